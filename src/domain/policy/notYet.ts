/** Stands among a person's values for what follows from others and hasn't been read yet. */
export const NOT_YET = Infinity
