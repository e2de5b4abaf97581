import { VERIFICATION_METHODS, type DestinationGroup, type VerificationMethod } from '../destination'
import {
  erasedSince,
  group,
  NOBODY,
  partsOf,
  type Counting,
  type Line,
  type Report,
  type ReportOn,
  type Whole,
} from './figure'
import { byContact } from './served'
import { byWish } from './wish'

/** Articles of the notice. */
const LEDGER = '第五条（三）'
const GOAL = '第四条'
const SERVICE = '第五条（四）'
const TRUTH = '第六条（三）'

/** By what a destination is known at best: id, name, and what that takes in. */
const METHODS: Record<VerificationMethod, [id: string, name: string, what: string]> = {
  comparison: ['byComparison', '部门比对', '社保等部门的名单比对上的人，算已核实'],
  document: ['byDocument', '书面凭据', '看过劳动合同、录用证明、录取通知书等书面凭据的人，算已核实'],
  phone: ['byPhone', '电话回访', '只在电话里问到的人，不算核实'],
  statement: ['byStatement', '本人或学校的说法', '只有本人或学校说过的人，不算核实'],
}

/** 2024届离校未就业毕业生实名制系统维护 (notice §六(四)): who is in the ledger and how well their data are kept. */
export function upkeepReport({ campaign }: ReportOn): Report {
  const { cohort, deadlines } = campaign
  const all: Whole = { of: 'inLedger', counts: entry => entry.cohort === cohort.year }
  const settled: Whole = { of: 'settled', counts: entry => all.counts(entry) && entry.destination !== undefined }
  const without: Whole = { of: 'without', counts: entry => all.counts(entry) && !entry.destination }
  const to =
    (wanted: DestinationGroup): Counting =>
    ({ destination }) =>
      destination?.group === wanted
  const complete: Counting = ({ lacks }) => !lacks.phone && !lacks.study && !lacks.district
  return {
    title: `${cohort.name}离校未就业毕业生实名制系统维护情况`,
    main: [
      ['inLedger', `${cohort.name}毕业生`],
      ['without', '没有去向'],
      ['withoutReached', '没有去向、已联系'],
      ['settled', '已有去向'],
      ['verified', '去向已核实'],
      ['complete', '资料齐全'],
    ],
    toFill: [],
    groups: [
      group('总数', LEDGER, [
        'inLedger',
        `${cohort.name}毕业生`,
        `到报表日在实名台账里的${cohort.name}高校毕业生，名单上的和自己登记的都算，有去向的也算，一个人算一次；${NOBODY}`,
        all.counts,
      ]),
      partsOf(
        all,
        '从哪里来',
        LEDGER,
        [
          'fromList',
          '名单上的',
          '市教委等名单上有的人；名单上有、自己也登记了的，算在这里',
          ({ source }) => source === 'list',
        ],
        ['fromSelf', '只自己登记的', '自己在小程序登记、名单上没有的人', ({ source }) => source === 'self'],
        ['fromSurvey', '摸排到的', '工作人员摸排录入的人', ({ source }) => source === 'survey'],
      ),
      partsOf(
        all,
        '分到区没有',
        LEDGER,
        ['placed', '已分到区', '有经办区的人', ({ unit }) => unit !== 'pool'],
        ['inPool', '市级待分配', '没有经办区，在市级待分配的人', ({ unit }) => unit === 'pool'],
      ),
      partsOf(
        all,
        '有没有去向',
        TRUTH,
        ['settled', '已有去向', '到报表日台账里记着就业、升学、出国出境或续读的人', settled.counts],
        ['without', '没有去向', '到报表日台账里没有记去向，或者记的是待就业、拟升学、暂不就业的人', without.counts],
      ),
      partsOf(
        settled,
        '是什么去向',
        TRUTH,
        [
          'employed',
          '就业',
          '去向是协议、合同、其他录用、科研助理、入伍、基层项目、创业或自由职业，或者社保比对有单位参保的人；见习不算就业',
          to('employed'),
        ],
        ['studying', '升学', '去向是升学的人', to('studying')],
        ['abroad', '出国、出境', '去向是出国、出境的人', to('abroad')],
        ['enrolled', '留级、休学、续读', '去向是留级、休学、续读，还没有离校的人', to('enrolled')],
      ),
      partsOf(
        settled,
        '去向核实没有',
        TRUTH,
        ['verified', '已核实', '经过部门比对，或者看过书面凭据的人', ({ destination }) => destination!.verified],
        ['unverified', '还没有核实', '只有电话回访、本人或学校说法的人', ({ destination }) => !destination!.verified],
      ),
      partsOf(
        settled,
        '去向怎么知道的（算最可靠的一种）',
        TRUTH,
        ...VERIFICATION_METHODS.map((method): Line => {
          const [id, name, what] = METHODS[method]
          return [id, name, what, ({ destination }) => destination?.method === method]
        }),
      ),
      byWish(without, GOAL),
      byContact('without', without, '没有去向的人，联系了没有', deadlines.contactAttempts.value, SERVICE),
      partsOf(
        all,
        '资料全不全',
        LEDGER,
        ['complete', '资料齐全', '手机号、学校、毕业日期和经办区都有的人', complete],
        ['incomplete', '资料不全', '手机号、学校、毕业日期、经办区里缺至少一样的人', entry => !complete(entry)],
      ),
      group(
        '缺什么（一个人可以缺几样）',
        LEDGER,
        ['lacksPhone', '缺手机号', '没有手机号的人', e => all.counts(e) && e.lacks.phone],
        ['lacksStudy', '缺学校或毕业日期', '没有学校，或没有毕业日期的人', e => all.counts(e) && e.lacks.study],
        ['lacksDistrict', '缺经办区', '没有经办区的人', e => all.counts(e) && e.lacks.district],
      ),
      erasedSince(LEDGER),
    ],
  }
}
