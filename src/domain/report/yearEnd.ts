import { articleOf, changedSince, figures, partsOf, type Figure, type Report, type ReportOn } from './figure'
import { byReason } from './gap'
import { allServed, byService } from './served'

/**
 * The year-end summary (notice §四, §六(四)): whoever the campaign serves and who wishes to work, employed or taking part in
 * preparation for work, two successes counted apart; everybody contacted, everybody served; and each gap by its reasons.
 */
export function yearEndReport({ campaign, day }: ReportOn): Report {
  const { cohort, categories, deadlines } = campaign
  const article = articleOf(campaign, '四条、第五条（四）（五）、第六条（四）')
  const gapOf = { day, deadlines, article }
  const ours = new Set(categories.map(({ id }) => id))
  const served: Figure['counts'] = e => e.everWithoutWork && (e.cohort === cohort.year || ours.has(e.category))
  const wishing: Figure['counts'] = e => served(e) && e.wish === 'yes'
  const employed: Figure['counts'] = ({ destination }) => destination?.group === 'employed'
  const preparing: Figure['counts'] = e => !e.destination && e.preparation === 'underWay'
  const workGap: Figure['counts'] = e => !employed(e) && !preparing(e)
  const contacted: Figure['counts'] = ({ contact }) => contact === 'reached' || contact === 'refused'
  return {
    title: `${campaign.title}总结`,
    article,
    main: ['served', 'wishYes', 'employed', 'preparing', 'contacted', 'servedAll'],
    toFill: [
      { title: '组织和措施', what: '怎么组织的、分工和进度，政策怎么落实的（进校园、进社区、进企业，直补快办）' },
      { title: '招聘和能力提升', what: '招聘活动、岗位、见习和培训怎么做的，有什么效果' },
      { title: '困难帮扶和权益保障', what: '“一生一策”怎么做的，查处了哪些违法违规招聘' },
      { title: '典型事例', what: '一两个事例；不写能认出本人的信息' },
      { title: '存在的问题', what: '差的人主要差在哪里，原因是什么' },
      { title: '改进措施', what: '下一步怎么改' },
    ],
    groups: [
      {
        title: '总数',
        figures: figures(article, [
          'served',
          '服务对象',
          `到报表日在台账里的${cohort.name}毕业生和登记失业青年，其中有过没有去向的时候、或者登记过的人；一进名单就有去向、一直没有变过的不算`,
          served,
        ]),
      },
      partsOf(
        'served',
        served,
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
        'wishYes',
        wishing,
        '想找工作的人，结果',
        article,
        ['employed', '实现就业', '到报表日去向是就业的人；见习不算就业', employed],
        ['preparing', '参加就业准备活动', '没有去向，报表日在参加技能培训、就业见习等就业准备活动的人', preparing],
        ['workGap', '还差的', '想找工作，既没有就业、也没有在参加就业准备活动的人', workGap],
      ),
      byReason('work', 'workGap', e => wishing(e) && workGap(e), '还差的人，差在哪里（就业）', gapOf),
      partsOf(
        'served',
        served,
        '要求 100% 联系',
        article,
        ['contacted', '联系到了', '到报表日联系上了的服务对象，拒绝服务的也算联系了', contacted],
        ['contactGap', '还没有联系到', '到报表日没有联系上的服务对象', e => !contacted(e)],
      ),
      byReason('contact', 'contactGap', e => served(e) && !contacted(e), '没联系到的人，差在哪里', gapOf),
      partsOf(
        'served',
        served,
        '要求 100% 落实“1131”',
        article,
        [
          'servedAll',
          '“1131”都做了',
          '1 次政策宣介、1 次职业指导、3 次岗位推介、1 次培训或见习机会都做过的服务对象',
          allServed,
        ],
        ['servicesGap', '“1131”还没有做完', '六次没有做全的服务对象', e => !allServed(e)],
      ),
      byReason('services', 'servicesGap', e => served(e) && !allServed(e), '“1131”没做完的人，差在哪里', gapOf),
      byService('yearEnd', served, article),
      {
        title: '去向核实',
        figures: figures(article, [
          'employedVerified',
          '就业已核实',
          '想找工作、实现就业的人里，去向经过部门比对，或者看过合同、录用证明的人',
          e => wishing(e) && employed(e) && e.destination!.verified,
        ]),
      },
      changedSince(article),
    ],
  }
}
