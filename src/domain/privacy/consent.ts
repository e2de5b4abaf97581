import { CURRENT_NOTICE } from './notice'

/** One item of a consent taken back. */
export interface Withdrawn {
  item: string
  /** ISO 8601 UTC. */
  at: string
}

/** What a person agreed to and when (ISO 8601 UTC); what they took back since stands beside it. */
export interface Consent {
  version: string
  items: string[]
  givenAt: string
  withdrawn?: Withdrawn[]
}

/** The items of a consent that still hold: an item taken back (个人信息保护法 §15) is no longer agreed. */
export const itemsInForce = ({ items, withdrawn = [] }: Consent): string[] =>
  items.filter(item => !withdrawn.some(each => each.item === item))

/** What the person agrees to now: the items in force of a consent to the notice in force, otherwise nothing. */
export const agreedNow = (consent: Consent | undefined): string[] =>
  consent?.version === CURRENT_NOTICE.version ? itemsInForce(consent) : []

/**
 * A consent after an item was taken back at `at`. One given later, one that never held the item, and one where it was taken
 * back already stay as they are.
 */
export function withdrawItem(consent: Consent, item: string, at: string): Consent {
  if (consent.givenAt > at || !itemsInForce(consent).includes(item)) return consent
  return { ...consent, withdrawn: [...(consent.withdrawn ?? []), { item, at }] }
}

/**
 * All consents, oldest first, after an item was taken back: it is marked once, where it was last given. Taking it back twice
 * changes nothing.
 */
export function withdrawFrom(consents: readonly Consent[], item: string, at: string): Consent[] {
  const last = consents.map(({ items }) => items.includes(item)).lastIndexOf(true)
  return consents.map((consent, i) => (i === last ? withdrawItem(consent, item, at) : consent))
}

/** All consents, oldest first, after everything was taken back. */
export const withdrawAll = (consents: readonly Consent[], at: string): Consent[] =>
  [...new Set(consents.flatMap(({ items }) => items))].reduce<Consent[]>(
    (held, item) => withdrawFrom(held, item, at),
    [...consents],
  )
