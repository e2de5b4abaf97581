/**
 * A change to answers. A list that is added to is changed by a function of the latest answers: two quick taps both count,
 * though the second came before the page was drawn again.
 */
export type Change<T> = Partial<T> | ((latest: T) => Partial<T>)

export const changeOf = <T>(latest: T, change: Change<T>): Partial<T> =>
  typeof change === 'function' ? change(latest) : change

/** The list without the value, or with it at its end. */
export const toggled = <V>(list: readonly V[], value: V): V[] =>
  list.includes(value) ? list.filter(other => other !== value) : [...list, value]
