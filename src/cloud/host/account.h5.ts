import { currentPerson } from './person.h5'

/** The browser's storage is shared by all made-up people: each gets a part of their own. */
export const accountKey = (): string => currentPerson()
