import { ALL_SERVED, REFERRALS_OWED, referralsIn } from '../ledger'
import { figures, partsOf, type Figure, type FigureGroup } from './figure'
import type { EntryOnDay } from './onDay'

type Counts = Figure['counts']

const has =
  (bit: number): Counts =>
  entry =>
    entry.served !== 'undated' && (entry.served & bit) !== 0
const referrals = ({ served }: EntryOnDay): number => (served === 'undated' ? 0 : referralsIn(served))

/** All six of the 1131 done by the day (notice §五(四)). */
export const allServed: Counts = ({ served }) => served === ALL_SERVED

/** Persons among `within` by each part of the 1131; one person may stand in several. */
export const byService = (prefix: string, within: Counts, article: string): FigureGroup => ({
  title: '“1131”各项服务到的人数',
  figures: figures(
    article,
    [`${prefix}Briefed`, '做过政策宣介', '到报表日至少做过 1 次政策宣介的人', e => within(e) && has(1)(e)],
    [`${prefix}Guided`, '做过职业指导', '到报表日至少做过 1 次职业指导的人', e => within(e) && has(2)(e)],
    [
      `${prefix}Referred`,
      '推介过岗位',
      '到报表日至少推介过 1 次岗位的人；一次推几个岗位算 1 次',
      e => within(e) && referrals(e) > 0,
    ],
    [
      `${prefix}ReferredThrice`,
      '推介过 3 次岗位',
      '到报表日至少推介过 3 次岗位的人；一次推几个岗位算 1 次',
      e => within(e) && referrals(e) >= REFERRALS_OWED,
    ],
    [
      `${prefix}Trained`,
      '给过培训或见习机会',
      '到报表日至少给过 1 次技能培训或就业见习机会的人；给了机会就算，本人可以不去',
      e => within(e) && has(32)(e),
    ],
  ),
})

/** How far the 1131 has come among the entries of figure `of`. */
export const byProgress = (prefix: string, of: string, within: Counts, article: string): FigureGroup =>
  partsOf(
    of,
    within,
    '“1131”做到哪一步',
    article,
    [
      `${prefix}ServedAll`,
      '六次都做了',
      '1 次政策宣介、1 次职业指导、3 次岗位推介、1 次培训或见习机会都做过的人',
      allServed,
    ],
    [
      `${prefix}ServedSome`,
      '做了一部分',
      '做过至少一次、六次没做全的人',
      ({ served }) => served !== 'undated' && served !== 0 && served !== ALL_SERVED,
    ],
    [`${prefix}ServedNone`, '还没有做', '一次也没有做过的人', ({ served }) => served === 0],
    [
      `${prefix}ServedUndated`,
      '说不清（没有日期）',
      '记了服务但没有日期，而且报表日以后改过，分不清报表日之前做了哪些的人',
      ({ served }) => served === 'undated',
    ],
  )

/** How contact stands among the entries of figure `of`. */
export const byContact = (
  prefix: string,
  of: string,
  within: Counts,
  title: string,
  attempts: number,
  article: string,
): FigureGroup =>
  partsOf(
    of,
    within,
    title,
    article,
    [`${prefix}Reached`, '已联系', '到报表日联系上了的人', ({ contact }) => contact === 'reached'],
    [`${prefix}Refused`, '拒绝服务', '联系上了，本人说不要服务的人', ({ contact }) => contact === 'refused'],
    [
      `${prefix}Unreachable`,
      '联系不上',
      `在至少 ${attempts} 个不同日子联系过、都没接通的人`,
      ({ contact }) => contact === 'unreachable',
    ],
    [
      `${prefix}NotContacted`,
      '还没有联系上',
      `没有联系过，或没接通的日子还不到 ${attempts} 天的人`,
      ({ contact }) => contact === 'none',
    ],
    [
      `${prefix}ContactUndated`,
      '说不清（没有日期）',
      '记了联系结果但没有日期，而且报表日以后改过，分不清报表日之前联系没联系的人',
      ({ contact }) => contact === 'undated',
    ],
  )
