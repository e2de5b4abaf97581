import { readDay, readShortDay } from '../../components/readDay'
import { KIND_NAMES } from '../../components/kindNames'
import { servicesDone } from '../../components/ServiceStrip'
import { DOORS } from '../../components/Doors'
import type { OwnEntry } from '../../contract/graduate'
import type { Kind } from '../../domain/registration'
import { beijingDate, beijingDateTime } from '../../domain/time'
import type { HomeEntry } from './entry'
import { nextThing, type Next } from './next'

type Registration = HomeEntry['registrations'][number]

/** How far a form on this phone has got. */
export interface DraftSaid {
  /** The question it stands at; unknown where an older version stored it. */
  progress?: { on: string; at: number; of: number }
  keptUntil: string
}

/** A registration in two lines: how it stands, and below, small, which kind it is. */
export interface Standing {
  kind: Kind
  title: string
  note: string
}

/** Everything that the first page says, in one of five states. */
export type HomeSays =
  | { state: 'new'; title: string[]; sub: string[]; next: Next }
  | { state: 'draft'; title: string[]; sub: string[]; next: Next }
  | { state: 'ended'; title: string[]; sub: string[]; next: Next; ended: Standing[]; draft?: string }
  | {
      state: 'pending' | 'registered'
      title: string[]
      tags: { label: string; kind: 'success' | 'info' | 'plain'; icon?: 'check' | 'clock' }[]
      next: Next
      /** Accepted, and not yet told here: shown until it is put away. */
      news?: { title: string; text: string; acceptedAt: string }
      services: { side: string; note?: string }
      standing: Standing[]
      keeper: string
      no: string
      draft?: string
      underReview?: string
    }

export interface Facts {
  entry: HomeEntry | null | undefined
  draft: DraftSaid | undefined
  now: Date
  /** When the entry was read from the cloud. */
  asOf: Date
  districtName: (key: NonNullable<OwnEntry['handlingDistrict']>) => string
  /** Which acceptance (`acceptedAt`) the person has put away. */
  seen: string | undefined
}

const dayOf = (instant: string): string => readShortDay(beijingDate(new Date(instant)))

/** 上午好, by the hour of `YYYY-MM-DD HH:mm`. */
export function greeting(dateTime: string): string {
  const hour = Number(dateTime.slice(11, 13))
  if (hour < 5) return '夜里好'
  if (hour < 11) return '上午好'
  if (hour < 13) return '中午好'
  return hour < 18 ? '下午好' : '晚上好'
}

/** A registration's state in words: who does what now. */
export function stateWords({ status, filedAt, acceptedAt, effectiveFrom, endedAt }: Registration): string {
  if (status === 'filed') return `受理中，${dayOf(filedAt)}交`
  if (status === 'ended') return endedAt ? `${dayOf(endedAt)}结束` : '已经结束'
  const since = effectiveFrom ? readShortDay(effectiveFrom) : acceptedAt && dayOf(acceptedAt)
  return since ? `有效，${since}起算` : `有效，${dayOf(filedAt)}登记`
}

/** The state is what one reads from afar; the kind stands small, since a neighbour reads along. */
const standingOf = (registration: Registration): Standing => ({
  kind: registration.kind,
  title: stateWords(registration),
  note: [KIND_NAMES[registration.kind], registration.endReason].filter(Boolean).join('，原因：'),
})

/** What the first page says to this person now. */
export function homeSays(facts: Facts): HomeSays {
  const { entry, draft } = facts
  if (entry && entry.registrations.length > 0) return known(entry, facts)
  if (draft) return begun(draft)
  return {
    state: 'new',
    title: ['先登记一下，', '后面有人接着办'],
    sub: ['户籍、居住、求职，有一样在北京就行。', '免费，大约 5 分钟。'],
    next: { title: '开始登记', text: '', act: { label: '开始登记', to: 'form' } },
  }
}

function known(entry: HomeEntry, facts: Facts): HomeSays {
  const open = entry.registrations.filter(({ status }) => status !== 'ended')
  return open.length > 0 ? registered(entry, open, facts) : over(entry, facts)
}

const draftLine = (draft: DraftSaid | undefined): { draft?: string } =>
  draft ? { draft: `${howFar(draft)}，留到${readDay(draft.keptUntil)}` } : {}

function stepsLeft({ progress }: DraftSaid): string {
  if (!progress) return '上次填到一半'
  const left = progress.of - progress.at
  return left > 1 ? `还差 ${left} 步` : '还差看一遍、交上去'
}

/** 填到学业，还差 4 步. */
export const howFar = (draft: DraftSaid): string =>
  draft.progress ? `填到${draft.progress.on}，${stepsLeft(draft)}` : stepsLeft(draft)

const begun = (draft: DraftSaid): HomeSays => ({
  state: 'draft',
  title: ['接着上次的填'],
  sub: ['还没交，谁也看不到。'],
  next: {
    title: stepsLeft(draft),
    text: `${draft.progress ? `填到${draft.progress.on}了，` : ''}存在这部手机里，留到${readDay(draft.keptUntil)}。过了就删掉，要从头填。`,
    act: { label: '接着填', to: 'form' },
  },
})

function over(entry: HomeEntry, { draft }: Facts): HomeSays {
  return {
    state: 'ended',
    title: ['登记都结束了，', '想再登随时可以'],
    sub: ['以前的经过都还在，编号也不变。'],
    next: {
      title: draft ? howFar(draft) : '再登记',
      text: '',
      act: { label: draft ? '接着填' : '再登记', to: 'form' },
    },
    ended: newestEnded(entry).map(standingOf),
    ...draftLine(draft),
  }
}

/** The last ended registration of each kind that has none standing. */
function newestEnded({ registrations }: HomeEntry): Registration[] {
  const newest = new Map(registrations.map(registration => [registration.kind, registration]))
  return [...newest.values()].filter(({ status }) => status === 'ended')
}

function registered(entry: HomeEntry, open: Registration[], { draft, now, asOf, districtName, seen }: Facts): HomeSays {
  const district = entry.handlingDistrict ? districtName(entry.handlingDistrict) : '区里'
  const pending = open.some(({ status }) => status === 'filed')
  const standing = open.some(({ status }) => status === 'active')
  const accepted = open.find(({ status, acceptedAt }) => status === 'active' && acceptedAt && acceptedAt !== seen)
  const basis = open[0] && DOORS[open[0].basis].name
  return {
    state: pending ? 'pending' : 'registered',
    title: [`${entry.person.name}，${greeting(beijingDateTime(now))}`],
    tags: [
      ...(standing ? [{ label: '登记好了', kind: 'success', icon: 'check' } as const] : []),
      ...(pending ? [{ label: standing ? '一项受理中' : '受理中', kind: 'info', icon: 'clock' } as const] : []),
      { label: `${district}经办`, kind: 'plain' },
    ],
    next: nextThing(entry, { pending, district, today: beijingDate(now), asOf: beijingDate(asOf) }),
    ...(accepted?.acceptedAt ? { news: newsOf(accepted, accepted.acceptedAt, entry.messageFailed === true) } : {}),
    services: servicesWords(entry),
    standing: [...open, ...newestEnded(entry)].map(standingOf),
    keeper: `${district}的工作人员${basis ? `，按你的${basis}` : ''}`,
    no: entry.no,
    ...draftLine(draft),
    ...(entry.underReview.length > 0 ? { underReview: '你写的话还有人在看，看完才给别人看到，不影响登记。' } : {}),
  }
}

const newsOf = ({ effectiveFrom }: Registration, acceptedAt: string, messageFailed: boolean) => ({
  title: `${dayOf(acceptedAt)}受理了`,
  text: [
    `从${effectiveFrom ? readShortDay(effectiveFrom) : '那天'}起算。以后要用到登记时间的，都看这一天。`,
    messageFailed ? '说好发你的提醒，微信没收，没发出去。' : '',
  ].join(''),
  acceptedAt,
})

/** What of the six is done, and why nothing is, said as it is. */
function servicesWords({ served, contactState }: HomeEntry): { side: string; note?: string } {
  const done = servicesDone(served)
  const side = `完成 ${done}，还差 ${6 - done}`
  if (done > 0) return { side }
  if (contactState === 'refused') return { side, note: '上次你说不用，所以都空着。' }
  return { side, note: contactState === 'reached' ? '联系上了，还一次都没做。' : '还没开始，先要联系上你。' }
}

/** Why older words stand here, and from when they are; undefined where they are the newest. */
export function olderWords(
  phase: 'loading' | 'slow' | 'offline' | 'unavailable' | 'refused',
  savedAt: string | undefined,
  /** The refusal's own words, where it was refused. */
  message?: string,
): string {
  const from = savedAt ? `这是${dayOf(savedAt)}看到的` : '登记没登记过现在查不到'
  const rest = savedAt ? `${from}。` : `${from}，填过的都在手机里，可以接着填。`
  switch (phase) {
    case 'loading':
    case 'slow':
      return `还在读最新的，${rest}`
    case 'offline':
      return `没有网，${rest}`
    case 'refused':
      return `${message ?? '现在看不了'}。${rest}`
    case 'unavailable':
      return `没读到最新的，是我们的问题。${rest}`
  }
}
