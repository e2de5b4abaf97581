const KEY = 'qihang.person'

/** A made-up WeChat account, as WeChat would name it. */
export function newPerson(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(14))
  return (
    'o' +
    Array.from(bytes, byte => byte.toString(16).padStart(2, '0'))
      .join('')
      .slice(0, 27)
  )
}

function lastChosen(): string {
  const kept = localStorage.getItem(KEY)
  if (kept) return kept
  const fresh = newPerson()
  localStorage.setItem(KEY, fresh)
  return fresh
}

let self: string | undefined

/**
 * Who the browser plays: the one chosen last, else somebody new. Until it is loaded again a page stays with the one it
 * began with: what is typed here must not land with somebody chosen meanwhile in another tab.
 */
export const currentPerson = (): string => (self ??= lastChosen())

/** Chosen for the next time the browser loads. */
export const becomePerson = (openid: string): void => localStorage.setItem(KEY, openid)
