import {
  CONTACT_CHANNEL_NAMES,
  CONTACT_CHANNELS,
  CONTACT_RESULT_NAMES,
  CONTACT_RESULTS,
  dayOf,
  SERVICE_KINDS,
  SERVICE_NAMES,
  type ContactRecord,
  type ServiceRecord,
} from '../ledger'
import { dayIn } from '../roster'
import type { BeijingDate } from '../time'

const BETWEEN = '；'

/** 2024-08-20 电话 已联系 */
const contactText = ({ at, channel, result }: ContactRecord): string =>
  `${dayOf(at)} ${CONTACT_CHANNEL_NAMES[channel]} ${CONTACT_RESULT_NAMES[result]}`

/** 2024-08-21 政策宣介 */
const serviceText = ({ at, kind }: ServiceRecord): string => `${dayOf(at)} ${SERVICE_NAMES[kind]}`

export const contactsText = (contacts: readonly ContactRecord[] = []): string =>
  contacts.map(contactText).sort().join(BETWEEN)
export const servicesText = (services: readonly ServiceRecord[] = []): string =>
  services.map(serviceText).sort().join(BETWEEN)

/** What a district added to a list of records, or why the list can't be taken. */
export type Added<T> = { ok: true; added: T[] } | { ok: false; reason: string }

const refuse = (reason: string) => ({ ok: false, reason }) as const
const pieces = (cell: string): string[] =>
  cell
    .normalize('NFKC')
    .split(/[;；\n]/)
    .map(piece => piece.trim().replace(/\s+/g, ' '))
    .filter(piece => piece !== '')

/** Names of a table, from what a person reads to what is stored. */
const byName = <K extends string>(keys: readonly K[], names: Record<K, string>) =>
  new Map(keys.map(key => [names[key], key]))
const CHANNELS = byName(CONTACT_CHANNELS, CONTACT_CHANNEL_NAMES)
const RESULTS = byName(CONTACT_RESULTS, CONTACT_RESULT_NAMES)
const KINDS = byName(SERVICE_KINDS, SERVICE_NAMES)

/** Whose day it can be: nothing that lies ahead. */
function dayOfPiece(word: string, latest: BeijingDate): { day: BeijingDate } | { reason: string } {
  const day = dayIn(word)
  if (!day.ok || day.value === undefined)
    return { reason: `“${word.slice(0, 12)}”看不出是哪一天，每条以日期开头，例如 2024-08-20` }
  return day.value > latest ? { reason: '有的日期在交回的日期之后，请核对' } : { day: day.value }
}

/** By whom and until which day records are handed in, and whether the ledger has added some since the table was made. */
export interface RecordsIn {
  latest: BeijingDate
  by: string
  goneOn: boolean
}

function addedTo<T>(
  cell: string,
  standing: readonly string[],
  goneOn: boolean,
  text: (record: T) => string,
  read: (words: string[]) => T | string,
): Added<T> {
  const left = [...standing]
  const added: T[] = []
  for (const piece of pieces(cell)) {
    const record = read(piece.split(' '))
    if (typeof record === 'string') return refuse(record)
    const place = left.indexOf(text(record))
    if (place !== -1) left.splice(place, 1)
    else added.push(record)
  }
  if (left.length > 0)
    return refuse(
      goneOn
        ? '导出之后台账里又添了记录，表里没有。重新导出，在新的表里添'
        : '已经记了的不能删、不能改，只能在后面添；记错了，告诉市局更正',
    )
  const texts = [...standing, ...added.map(text)]
  if (new Set(added.map(text)).size < added.length || added.some(each => standing.includes(text(each))))
    return refuse('同一天一样的记了两次。一天只记一条；当天确实做了几次，算一次')
  return texts.length > MOST_RECORDS ? refuse(`太多了，一个人最多 ${MOST_RECORDS} 条`) : { ok: true, added }
}

/** More than anybody is owed in a year, and little enough for an entry. */
const MOST_RECORDS = 60

/** Tries to reach the person that stand in the cell and not yet in the ledger. */
export function contactsIn(
  cell: string,
  standing: readonly ContactRecord[],
  { latest, by, goneOn }: RecordsIn,
): Added<ContactRecord> {
  return addedTo(cell, standing.map(contactText), goneOn, contactText, ([when = '', how = '', what = '']) => {
    const day = dayOfPiece(when, latest)
    if ('reason' in day) return day.reason
    const channel = CHANNELS.get(how)
    const result = RESULTS.get(what)
    if (!channel || !result)
      return `每条写成“日期 方式 结果”，例如“2024-08-20 电话 已联系”。方式：${[...CHANNELS.keys()].join('、')}；结果：${[...RESULTS.keys()].join('、')}`
    return { at: day.day, channel, result, by }
  })
}

/** Services that stand in the cell and not yet in the ledger. */
export function servicesIn(
  cell: string,
  standing: readonly ServiceRecord[],
  { latest, by, goneOn }: RecordsIn,
): Added<ServiceRecord> {
  return addedTo(cell, standing.map(serviceText), goneOn, serviceText, ([when = '', what = '']) => {
    const day = dayOfPiece(when, latest)
    if ('reason' in day) return day.reason
    const kind = KINDS.get(what)
    if (!kind) return `每条写成“日期 服务”，例如“2024-08-21 政策宣介”。服务：${[...KINDS.keys()].join('、')}`
    return { at: day.day, kind, by }
  })
}
