/** Prefix of the phone's search token. */
export const isPhoneToken = (token: string): boolean => token.startsWith('p')

/** Prefix of a name's: an entry has several where an operator found that lists write the same person's name in several ways. */
export const isNameToken = (token: string): boolean => token.startsWith('n')
