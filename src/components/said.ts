/** An answer in the words one reads it back in, with the field it is changed in and the answers it is made of. */
export interface Said<A> {
  path: keyof A & string
  name: string
  keys: readonly (keyof A & string)[]
  /** Empty where nothing was answered. */
  say: (answers: A) => string
}
