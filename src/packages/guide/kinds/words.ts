import type { Campaign } from '../../../domain/campaign'
import type { Basis } from '../../../domain/district'
import { checkEligibility, type Kind } from '../../../domain/registration'
import type { BeijingDate } from '../../../domain/time'

/** One thing to know about both kinds, side by side; each in one line or several. */
export interface Pair extends Record<Kind, string | string[]> {
  title: string
}

/** What each rule asks, in a few words; every rule of both kinds has its own. */
const ASKS: Record<string, (campaign: Campaign) => string> = {
  AGE_16: ({ ages }) => `满 ${ages.floor.value} 周岁`,
  RETIREMENT_AGE: () => '没到退休年龄',
  DOCUMENT: () => '有身份证、通行证或居住证',
  NOT_EMPLOYED: () => '现在没有工作',
  NOT_IN_SCHOOL: () => '不在上学',
  SEEKS_WORK: () => '想找工作',
  ABLE_TO_WORK: () => '能工作',
}

/** What the rules of a kind ask of anybody, in the rules' own order. */
export const asksOf = (kind: Kind, campaign: Campaign, on: BeijingDate): string[] =>
  checkEligibility({ kind, facts: {}, on, campaign }).rules.flatMap(({ id }) => ASKS[id]?.(campaign) ?? [])

/**
 * The two kinds side by side (就业服务与就业管理规定 §61–66, 社会保险法 §50, notice 京人社就促字〔2024〕109号 §五). Only what is
 * known for sure stands here; the rest is asked of 12333.
 */
export function comparison(campaign: Campaign, on: BeijingDate): Pair[] {
  const { keepAlive } = campaign.deadlines
  return [
    {
      title: '这是什么',
      unemployment: '一项正式的登记。失业保险金、就业困难认定，都要先有它。',
      jobSeeking: '让区里帮你找工作。没有补贴从它算起。',
    },
    {
      title: '谁能办',
      unemployment: asksOf('unemployment', campaign, on),
      jobSeeking: [...asksOf('jobSeeking', campaign, on), '还在上班、上学也能办'],
    },
    {
      title: '能带来什么',
      unemployment: '离校没工作的毕业生有 6 次服务。够条件领失业保险金的，月数从受理那天算。',
      jobSeeking: '离校没工作的毕业生一样有 6 次服务。别人也有人推岗位、讲政策。',
    },
    {
      title: '从哪天算',
      unemployment: '交上去先是受理中，区里核对好了，从受理那天算。',
      jobSeeking: '交上去就有效，从那天算。',
    },
    {
      title: '要做到什么',
      unemployment: '接联系电话，看推给你的岗位。情况变了来改，找到工作来说一声。',
      jobSeeking: '情况变了来改，不找了来说一声。',
    },
    {
      title: '怎么结束',
      unemployment: `找到工作、自己开店、上学参军，或者你自己撤回。连续 ${keepAlive.value} 个月联系不上，也会结束。`,
      jobSeeking: '你自己撤回，随时可以。',
    },
    {
      title: '它不管什么',
      unemployment: '不会因为登记就发钱：没交过失业保险的，领不到失业保险金。有效的全国同时只能有一份。',
      jobSeeking: '不能当失业登记用，领失业保险金、认定就业困难都不看它。',
    },
  ]
}

/** True of both kinds. */
export const BOTH: readonly string[] = [
  '都不花钱，在这里就能交。',
  '两种可以都办，写在同一份登记里。',
  '交了还能改，也能换区，编号不变。',
]

/** Who may choose which place (notice §五(三): graduates without work may register in all three). */
export const MAY_CHOOSE: Record<Basis, string> = {
  hukou: '户口在北京就能选。看户口本，别看身份证开头的数字，那是最早上户口的地方。',
  residence: '人住在北京就能选，户口在哪儿都行。',
  jobSearch: '离校没工作的毕业生，想来北京找工作就能选。别的人先打 12333 问一声。',
}

/** What people ask and nothing here is sure of. */
export const ASK_12333: readonly string[] = [
  '会不会影响应届毕业生的身份',
  '自己能领哪些补贴、领多少',
  '在外地登记过，怎么转过来',
]
