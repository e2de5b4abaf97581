import { readShortDay } from '../../../components/readDay'
import type { graduateContract } from '../../../contract/graduate'
import type { OutputOf } from '../../../contract/procedure'
import { CURRENT_NOTICE } from '../../../domain/privacy'
import { beijingDate, chineseDate } from '../../../domain/time'

type Consents = OutputOf<(typeof graduateContract)['privacy.mine']>['consents']

export interface ConsentItem {
  id: string
  name: string
  /** Given and not taken back. */
  stands: boolean
  /** What happened to it, oldest first. */
  lines: string[]
}

/** An item's title without the remark that one may refuse it. */
const nameOf = (id: string): string =>
  (CURRENT_NOTICE.items.find(item => item.id === id)?.title ?? '以前的一项').replace(/（.*）$/, '')

const dayOf = (instant: string): string => readShortDay(beijingDate(new Date(instant)))

/** Each item ever agreed to, with when it was given by which version and when it was taken back. */
export function consentItems(consents: Consents): ConsentItem[] {
  const events = consents
    .flatMap(({ version, items, givenAt, withdrawn }) => [
      ...items.map(id => ({ id, at: givenAt, version: version as string | undefined })),
      ...withdrawn.map(({ item, at }) => ({ id: item, at, version: undefined })),
    ])
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  return [...new Set(events.map(({ id }) => id))].map(id => {
    const lines: string[] = []
    let last: string | undefined
    for (const { at, version } of events.filter(event => event.id === id)) {
      // The same version agreed to once more says nothing new.
      if (version !== undefined && version === last) continue
      lines.push(version ? `${dayOf(at)}同意，按${chineseDate(version)}的说明` : `${dayOf(at)}撤回`)
      last = version
    }
    return { id, name: nameOf(id), stands: last !== undefined, lines }
  })
}
