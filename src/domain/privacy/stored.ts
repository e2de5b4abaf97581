import type { Retention } from '../campaign'

/** One kind of thing that is stored about a person, in the words they read (个人信息保护法 §17). */
export interface StoredRow {
  id: string
  what: string
  /** What it is used for. */
  purpose: string
  /** Encrypted in the document; opened only by an audited act. */
  sealed: boolean
  /** Who may see it. */
  seenBy: string
  /**
   * What an erasure does with it. `goes`: at once. `stays`: for as long as `keptFor` says. `listed`: stays where a list names
   * the person too, otherwise it goes.
   */
  erasure: 'goes' | 'stays' | 'listed'
  /** Which time of the campaign's file it is kept for after an erasure, and why. */
  keptFor?: keyof Retention
  /** Each record goes that long after it was made, whether or not anything is erased. */
  each?: true
  why?: string
}

const PERSON_AND_DISTRICT = '你自己；你所在区的工作人员'
const WITH_RECORD = '平时只显示一部分。你自己核实身份后能看全；工作人员要看全，得写原因，会留下记录'

/** Everything that is stored about a person. Pages, copy and erasure speak of the same rows. */
export const STORED = [
  {
    id: 'identity',
    what: '姓名、证件类型和号码、身份核实情况',
    purpose: '确认是你本人，一个人只登记一次',
    sealed: true,
    seenBy: WITH_RECORD,
    erasure: 'stays',
    keptFor: 'registration',
    why: '登记过的事要能查到是谁，加密存着，平时不打开',
  },
  {
    id: 'phone',
    what: '手机号',
    purpose: '工作人员联系你',
    sealed: true,
    seenBy: WITH_RECORD,
    erasure: 'goes',
  },
  {
    id: 'bornOn',
    what: '出生日期',
    purpose: '看年龄符不符合登记条件',
    sealed: false,
    seenBy: PERSON_AND_DISTRICT,
    erasure: 'listed',
    keptFor: 'registration',
    why: '名单上有你的，区里要按年龄接着服务',
  },
  {
    id: 'study',
    what: '学校、专业、毕业日期',
    purpose: '看你是哪一届，推合适的岗位',
    sealed: false,
    seenBy: PERSON_AND_DISTRICT,
    erasure: 'goes',
  },
  {
    id: 'intention',
    what: '想做的工作、月薪、地方和想说的话',
    purpose: '推合适的岗位和培训',
    sealed: false,
    seenBy: PERSON_AND_DISTRICT,
    erasure: 'goes',
  },
  {
    id: 'situation',
    what: '有没有工作、在不在上学、户口情况，现在的和以前的',
    purpose: '看能不能登记，能用哪些政策；以前的人数也要对得上',
    sealed: false,
    seenBy: PERSON_AND_DISTRICT,
    erasure: 'goes',
  },
  {
    id: 'hardships',
    what: '困难情况',
    purpose: '看能不能优先帮扶。单独同意了才存，可以随时撤回',
    sealed: true,
    seenBy: WITH_RECORD,
    erasure: 'goes',
  },
  {
    id: 'underReview',
    what: '工作人员在看的文字',
    purpose: '微信拿不准的文字，由人看一遍',
    sealed: false,
    seenBy: PERSON_AND_DISTRICT,
    erasure: 'goes',
  },
  {
    id: 'account',
    what: '你的微信和这份登记的绑定',
    purpose: '打开小程序就认得出你，不用账号密码',
    sealed: false,
    seenBy: '谁也不看，只由程序核对',
    erasure: 'goes',
  },
  {
    id: 'faceCheck',
    what: '刷脸核实的编号和时间',
    purpose: '刷脸时姓名和证件号码发给微信比对，我们凭编号问结果。脸的照片和视频我们不拿也不存',
    sealed: false,
    seenBy: '谁也不看，只由程序核对',
    erasure: 'goes',
  },
  {
    id: 'messages',
    what: '你答应收的消息提醒',
    purpose: '事情有结果时，在微信里告诉你',
    sealed: false,
    seenBy: '谁也不看，只由程序核对',
    erasure: 'goes',
  },
  {
    id: 'registrations',
    what: '登记编号、种类、经办区、起止日期和承诺',
    purpose: '办理求职登记或失业登记',
    sealed: false,
    seenBy: PERSON_AND_DISTRICT,
    erasure: 'stays',
    keptFor: 'registration',
    why: '什么时候登记过、什么时候结束，领补贴、算年限和核对都要查',
  },
  {
    id: 'classification',
    what: '学历层次、哪一届、服务类别和先后',
    purpose: '按通知分类服务、统计人数',
    sealed: false,
    seenBy: PERSON_AND_DISTRICT,
    erasure: 'stays',
    keptFor: 'registration',
    why: '全市和各区的人数要对得上，只剩分类，没有学校和专业',
  },
  {
    id: 'services',
    what: '联系情况和做过的服务',
    purpose: '6 次服务做没做到，要有据可查',
    sealed: false,
    seenBy: PERSON_AND_DISTRICT,
    erasure: 'stays',
    keptFor: 'services',
    why: '做过哪些服务，按规定要有台账',
  },
  {
    id: 'history',
    what: '办理经过',
    purpose: '谁在什么时候改了什么、为什么，都能查',
    sealed: false,
    seenBy: '你自己；你所在区的工作人员。只写角色，不写名字',
    erasure: 'stays',
    keptFor: 'registration',
    why: '登记怎么办的要能查，你写的撤回原因、填过困难情况这件事会去掉',
  },
  {
    id: 'lists',
    what: '毕业生名单、部门核对的结果和区里记的街道',
    purpose: '找到没登记的毕业生，少让人跑腿交材料',
    sealed: true,
    seenBy: '你所在区的工作人员；你自己核实身份后能看',
    erasure: 'listed',
    keptFor: 'registration',
    why: '名单不是你填的，区里要按名单继续服务',
  },
  {
    id: 'conflicts',
    what: '名单和登记对不上、要人核对的地方',
    purpose: '两边说的不一样，由人核对，不由程序猜',
    sealed: true,
    seenBy: '核对的工作人员；你自己核实身份后能看到有哪几处',
    erasure: 'listed',
    keptFor: 'registration',
    why: '名单不是你填的，没核对完的还要核对',
  },
  {
    id: 'findings',
    what: '查数据时要再看一眼的地方',
    purpose: '登记、去向和服务记得对不对，抽出来再看一遍',
    sealed: false,
    seenBy: '核对的工作人员；查的是哪一处，可以问经办区',
    erasure: 'stays',
    keptFor: 'registration',
    why: '查过什么、怎么定的，要有据可查',
  },
  {
    id: 'notices',
    what: '换经办区时给两个区的通知',
    purpose: '原来的区知道你走了，新的区知道你来了',
    sealed: false,
    seenBy: '你自己；这两个区的工作人员',
    erasure: 'stays',
    keptFor: 'registration',
    why: '什么时候从哪个区到哪个区，和登记一起留',
  },
  {
    id: 'destination',
    what: '毕业去向、参加的就业准备活动',
    purpose: '知道你找到工作没有，还要不要帮',
    sealed: true,
    seenBy: '你所在区的工作人员；你自己核实身份后能看',
    erasure: 'listed',
    keptFor: 'registration',
    why: '学校、部门和区里记的不是你填的，统计要用',
  },
  {
    id: 'consents',
    what: '同意和撤回的记录',
    purpose: '证明存你的信息是你同意的',
    sealed: false,
    seenBy: '你自己；审计时查',
    erasure: 'stays',
    keptFor: 'records',
    why: '你同意过什么、什么时候撤回的，要有据可查',
  },
  {
    id: 'looks',
    what: '谁看过你的加密信息、谁在后台办过你的登记',
    purpose: '防止随便看、随便改，出了事能查',
    sealed: false,
    seenBy: '你自己能看到谁看过；审计时查',
    erasure: 'stays',
    keptFor: 'records',
    each: true,
    why: '谁看过、为什么看，要有据可查',
  },
] as const satisfies readonly StoredRow[]

export type StoredId = (typeof STORED)[number]['id']
