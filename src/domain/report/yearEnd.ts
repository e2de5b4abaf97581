import { erasedSince, group, NOBODY, partsOf, type Counting, type Report, type ReportOn, type Whole } from './figure'
import { byReason, isContacted } from './gap'
import { byOutcome, outcomeOf } from './outcome'
import { allServed, byProgress, byService } from './served'
import { byWish } from './wish'

/** Articles of the notice. */
const PEOPLE = '第三条'
const GOAL = '第四条'
const SERVICE = '第五条（四）'
const SUPPORT = '第五条（五）'
const TRUTH = '第六条（三）'

/**
 * The year-end summary (notice §四, §六(四)): whoever the campaign serves and who wishes to work, employed or taking part in
 * preparation for work, two successes counted apart; everybody contacted, everybody served; and each gap by its reasons.
 */
export function yearEndReport(on: ReportOn): Report {
  const { cohort, categories, tags, title } = on.campaign
  const ours = new Set(categories.map(({ id }) => id))
  const served: Whole = {
    of: 'served',
    counts: e => e.everWithoutWork && (e.cohort === cohort.year || ours.has(e.category)),
  }
  const wishing: Whole = { of: 'wishYes', counts: e => served.counts(e) && e.wish === 'yes' }
  const employed: Counting = e => outcomeOf(e) === 'employed'
  const preparing: Counting = e => outcomeOf(e) === 'preparing'
  const neither: Counting = e => !employed(e) && !preparing(e)
  const supported: Whole = { of: 'supported', counts: e => served.counts(e) && e.priority <= 1 }
  const workGap: Whole = { of: 'workGap', counts: e => wishing.counts(e) && neither(e) }
  const contactGap: Whole = { of: 'contactGap', counts: e => served.counts(e) && !isContacted(e) }
  const servicesGap: Whole = { of: 'servicesGap', counts: e => served.counts(e) && !allServed(e) }
  return {
    title: `${title}总结`,
    main: [
      ['served', '服务对象'],
      ['wishYes', '想找工作'],
      ['employed', '实现就业'],
      ['preparing', '参加就业准备活动'],
      ['contacted', '联系到了'],
      ['servedAll', '“1131”都做了'],
    ],
    toFill: [
      { title: '组织和措施', what: '怎么组织的、分工和进度，政策怎么落实的（进校园、进社区、进企业，直补快办）' },
      { title: '招聘和能力提升', what: '招聘活动、岗位、见习和培训怎么做的，有什么效果' },
      { title: '困难帮扶和权益保障', what: '“一生一策”怎么做的，查处了哪些违法违规招聘' },
      { title: '典型事例', what: '一两个事例；不写能认出本人的信息' },
      { title: '存在的问题', what: '差的人主要差在哪里，原因是什么' },
      { title: '改进措施', what: '下一步怎么改' },
    ],
    groups: [
      group('总数', PEOPLE, [
        'served',
        '服务对象',
        `到报表日在台账里的${cohort.name}毕业生和登记失业青年，其中有过没有去向的时候、或者登记过的人；一进名单就有去向、一直没有变过的不算，一个人算一次；${NOBODY}`,
        served.counts,
      ]),
      byWish(served, GOAL),
      partsOf(
        wishing,
        '想找工作的人，结果',
        GOAL,
        ['employed', '实现就业', '到报表日去向是就业的人；见习不算就业', employed],
        ['preparing', '参加就业准备活动', '没有去向，报表日在参加技能培训、就业见习等就业准备活动的人', preparing],
        ['workGap', '还差的', '想找工作，既没有就业、也没有在参加就业准备活动的人', neither],
      ),
      byReason('work', workGap, '还差的人，差在哪里', GOAL, on),
      partsOf(
        served,
        '要求 100% 联系',
        SERVICE,
        ['contacted', '联系到了', '到报表日联系上了的服务对象，拒绝服务的也算联系了', isContacted],
        ['contactGap', '还没有联系到', '到报表日没有联系上的服务对象', e => !isContacted(e)],
      ),
      byReason('contact', contactGap, '没联系到的人，差在哪里', SERVICE, on),
      partsOf(
        served,
        '要求 100% 落实“1131”',
        SERVICE,
        [
          'servedAll',
          '“1131”都做了',
          '1 次政策宣介、1 次职业指导、3 次岗位推介、1 次培训或见习机会都做过的服务对象',
          allServed,
        ],
        ['servicesGap', '“1131”还没有做完', '六次没有做全的服务对象', e => !allServed(e)],
      ),
      byReason('services', servicesGap, '“1131”没做完的人，差在哪里', SERVICE, on),
      byService('yearEnd', served, SERVICE),
      group('困难帮扶', SUPPORT, [
        'supported',
        '帮扶对象',
        `报表日列入帮扶的服务对象：${tags.hardGraduate.name}和${tags.longTermYouth.name}，都是有就业意愿的`,
        supported.counts,
      ]),
      partsOf(
        supported,
        '是哪一种帮扶对象',
        SUPPORT,
        [
          'hardGraduates',
          tags.hardGraduate.name,
          '本人填了困难情况，或者民政、残联名单上有的高校毕业生；长期失业的也算在这里',
          ({ priority }) => priority === 0,
        ],
        [
          'longTermYouth',
          tags.longTermYouth.name,
          `在册的失业登记连续满 ${tags.longTermYouth.helpMonths.value} 个月的青年，不是困难家庭毕业生的`,
          ({ priority }) => priority === 1,
        ],
      ),
      byOutcome('supported', supported, '帮扶对象的结果', SUPPORT),
      byProgress('supported', supported, SUPPORT),
      partsOf(
        { of: 'employed', counts: e => wishing.counts(e) && employed(e) },
        '就业核实没有',
        TRUTH,
        [
          'employedVerified',
          '已核实',
          '经过部门比对，或者看过劳动合同、录用证明等书面凭据的人',
          ({ destination }) => destination!.verified,
        ],
        [
          'employedUnverified',
          '还没有核实',
          '只有电话回访、本人或学校说法的人',
          ({ destination }) => !destination!.verified,
        ],
      ),
      erasedSince(PEOPLE),
    ],
  }
}
