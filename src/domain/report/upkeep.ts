import { VERIFICATION_METHODS, VERIFICATION_METHOD_NAMES, type DestinationGroup } from '../destination'
import { articleOf, changedSince, figures, partsOf, type Figure, type Report, type ReportOn } from './figure'
import { byContact } from './served'

const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1)

/** 2024届离校未就业毕业生实名制系统维护 (notice §六(四)): who is in the ledger and how well their data are kept. */
export function upkeepReport({ campaign }: ReportOn): Report {
  const { cohort, deadlines } = campaign
  const article = articleOf(campaign, '五条（三）、第六条（三）（四）')
  const all: Figure['counts'] = entry => entry.cohort === cohort.year
  const group =
    (wanted: DestinationGroup): Figure['counts'] =>
    ({ destination }) =>
      destination?.group === wanted
  const without: Figure['counts'] = entry => all(entry) && !entry.destination
  const settled: Figure['counts'] = entry => all(entry) && entry.destination !== undefined
  const complete: Figure['counts'] = ({ lacks }) => !lacks.phone && !lacks.study && !lacks.district
  return {
    title: `${cohort.name}离校未就业毕业生实名制系统维护情况`,
    article,
    main: ['inLedger', 'without', 'withoutReached', 'settled', 'verified', 'complete'],
    toFill: [],
    groups: [
      {
        title: '总数',
        figures: figures(
          article,
          [
            'inLedger',
            `${cohort.name}毕业生`,
            `到报表日在实名台账里的${cohort.name}高校毕业生，名单上的和自己登记的都算，一个人算一次`,
            all,
          ],
          ['settled', '已有毕业去向', '到报表日有毕业去向（就业、升学、出国出境、续读）的人', settled],
          [
            'verified',
            '去向已核实',
            '有毕业去向，并且经过部门比对，或者看过合同、录用证明的人',
            e => settled(e) && e.destination!.verified,
          ],
        ),
      },
      partsOf(
        'inLedger',
        all,
        '从哪里来',
        article,
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
        'inLedger',
        all,
        '分到区没有',
        article,
        ['placed', '已分到区', '有经办区的人', ({ unit }) => unit !== 'pool'],
        ['inPool', '市级待分配', '没有经办区，在市级待分配的人', ({ unit }) => unit === 'pool'],
      ),
      partsOf(
        'inLedger',
        all,
        '想不想找工作',
        article,
        [
          'wishYes',
          '想找工作',
          '本人说想找工作；没有说过的，名单上写着待就业、或没有写去向的',
          ({ wish }) => wish === 'yes',
        ],
        ['wishNo', '现在不找', '本人说现在不找，或名单上写着拟升学、暂不就业的人', ({ wish }) => wish === 'no'],
        ['wishUnknown', '还不知道', '没有人问过的人', ({ wish }) => wish === 'unknown'],
      ),
      partsOf(
        'inLedger',
        all,
        '毕业去向',
        article,
        [
          'employed',
          '就业',
          '去向是协议、合同、其他录用、科研助理、入伍、基层项目、创业或自由职业，或者社保比对有单位参保的人',
          group('employed'),
        ],
        ['studying', '升学', '去向是升学的人', group('studying')],
        ['abroad', '出国、出境', '去向是出国、出境的人', group('abroad')],
        ['enrolled', '留级、休学、续读', '还没有离校的人', group('enrolled')],
        ['without', '没有去向', '没有去向，或去向是待就业、拟升学、暂不就业的人', ({ destination }) => !destination],
      ),
      partsOf(
        'settled',
        settled,
        '去向怎么核实的',
        article,
        ...VERIFICATION_METHODS.map(
          method =>
            [
              `by${capital(method)}`,
              VERIFICATION_METHOD_NAMES[method],
              `去向最可靠的来源是“${VERIFICATION_METHOD_NAMES[method]}”的人；只有比对和材料算核实`,
              (entry: Parameters<Figure['counts']>[0]) => entry.destination?.method === method,
            ] as const,
        ),
      ),
      byContact('without', 'without', without, '没有去向的人，联系了没有', deadlines.contactAttempts.value, article),
      partsOf(
        'inLedger',
        all,
        '资料全不全',
        article,
        ['complete', '资料齐全', '手机号、学校、毕业日期和经办区都有的人', complete],
        ['incomplete', '资料不全', '手机号、学校、毕业日期、经办区里缺至少一样的人', entry => !complete(entry)],
      ),
      {
        title: '缺什么（一个人可以缺几样）',
        figures: figures(
          article,
          ['lacksPhone', '缺手机号', '没有手机号的人', e => all(e) && e.lacks.phone],
          ['lacksStudy', '缺学校或毕业日期', '没有学校，或没有毕业日期的人', e => all(e) && e.lacks.study],
          ['lacksDistrict', '缺经办区', '没有经办区的人', e => all(e) && e.lacks.district],
        ),
      },
      changedSince(article),
    ],
  }
}
