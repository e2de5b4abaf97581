/** Something in the command or in a file that whoever typed it can mend; the command ends with 2. */
export class InputFault extends Error {}
