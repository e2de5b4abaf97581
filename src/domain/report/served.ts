import { ALL_SERVED, REFERRALS_OWED, referralsIn } from '../ledger'
import { group, partsOf, type Counting, type FigureGroup, type Whole } from './figure'

const has =
  (bit: number): Counting =>
  ({ served }) =>
    (served & bit) !== 0
const referred =
  (times: number): Counting =>
  ({ served }) =>
    referralsIn(served) >= times

/** All six of the 1131 done by the day (notice §五(四)). */
export const allServed: Counting = ({ served }) => served === ALL_SERVED

/** Persons of a figure by each part of the 1131; one person may stand in several. */
export function byService(prefix: string, { counts: within }: Whole, article: string): FigureGroup {
  const among =
    (counts: Counting): Counting =>
    entry =>
      within(entry) && counts(entry)
  return group(
    '“1131”每一项做过的人（可以重复）',
    article,
    [`${prefix}Briefed`, '做过政策宣介', '到报表日至少做过 1 次政策宣介的人', among(has(1))],
    [`${prefix}Guided`, '做过职业指导', '到报表日至少做过 1 次职业指导的人', among(has(2))],
    [`${prefix}Referred`, '推介过岗位', '到报表日至少推介过 1 次岗位的人；一次推几个岗位算 1 次', among(referred(1))],
    [
      `${prefix}ReferredThrice`,
      '推介过 3 次岗位',
      '到报表日至少推介过 3 次岗位的人；一次推几个岗位算 1 次',
      among(referred(REFERRALS_OWED)),
    ],
    [
      `${prefix}Trained`,
      '给过培训或见习机会',
      '到报表日至少给过 1 次技能培训或就业见习机会的人；给了机会就算，本人可以不去',
      among(has(32)),
    ],
  )
}

/** How far the 1131 has come among the entries of a figure. */
export const byProgress = (prefix: string, whole: Whole, article: string): FigureGroup =>
  partsOf(
    whole,
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
      ({ served }) => served !== 0 && served !== ALL_SERVED,
    ],
    [`${prefix}ServedNone`, '还没有做', '一次也没有做过的人', ({ served }) => served === 0],
  )

/** How contact stands among the entries of a figure. */
export const byContact = (
  prefix: string,
  whole: Whole,
  title: string,
  attempts: number,
  article: string,
): FigureGroup =>
  partsOf(
    whole,
    title,
    article,
    [`${prefix}Reached`, '已联系', '到报表日联系上了、没有拒绝服务的人', ({ contact }) => contact === 'reached'],
    [`${prefix}Refused`, '拒绝服务', '联系上了，最后一次说不要服务的人', ({ contact }) => contact === 'refused'],
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
  )
