import { districts, districtName } from '../../cloud/data'
import { DOORS } from '../../components/Doors'
import { payText } from '../../components/WorkFields/answers'
import { EDUCATION_LEVEL_NAMES } from '../../domain/education'
import { HARDSHIP_NAMES, ID_TYPE_NAMES, maskIdNumber, maskPhone, normalisePhone } from '../../domain/person'
import { KIND_NAMES } from '../../components/kindNames'
import { chineseDate } from '../../domain/time'
import type { Answers } from './answers'
import { stepsFor, type Step } from './steps'

export interface Block {
  step: Step
  title: string
  rows: [name: string, value: string][]
}

/** All answers as one reads them back, block by block; what was left open is left out. */
export function readBack(answers: Answers): Block[] {
  const blocks: Block[] = [
    { step: 'choose', title: '登记', rows: chosen(answers) },
    { step: 'person', title: '本人', rows: person(answers) },
    { step: 'study', title: '学业', rows: study(answers) },
    { step: 'work', title: '打算', rows: work(answers) },
    { step: 'hardship', title: '困难情况', rows: [['选了', hardships(answers)]] },
  ]
  const asked = stepsFor(answers)
  return blocks
    .filter(({ step }) => asked.includes(step))
    .map(block => ({ ...block, rows: block.rows.filter(([, value]) => value !== '') }))
}

const chosen = ({ kind, basis, handlingDistrict }: Answers): Block['rows'] => [
  ['类型', kind ? KIND_NAMES[kind] : ''],
  ['经办', handlingDistrict && basis ? `${districtName(handlingDistrict)}（${DOORS[basis].name}）` : ''],
]

function person(answers: Answers): Block['rows'] {
  const phone = normalisePhone(answers['person.phone'])
  return [
    ['姓名', answers['person.name'].trim()],
    [
      answers['person.idType'] === '01' ? '身份证' : '证件',
      maskIdNumber(answers['person.idNumber'].trim().toUpperCase()),
    ],
    ['证件类型', answers['person.idType'] === '01' ? '' : ID_TYPE_NAMES[answers['person.idType']]],
    ['手机', answers['person.phoneCode'] ? '微信绑定的号码' : phone.ok ? maskPhone(phone.value) : ''],
  ]
}

function study(answers: Answers): Block['rows'] {
  const level = answers['education.level']
  const on = answers['education.graduatedOn']
  const graduation = {
    left: on ? chineseDate(on) : '',
    studying: on ? `还在上学，${chineseDate(on)}毕业` : '还在上学',
    none: '没拿毕业证',
  }
  return [
    ['学历', level ? EDUCATION_LEVEL_NAMES[level] : ''],
    ['学校', answers['education.school'].trim()],
    ['专业', answers['education.major'].trim()],
    ['毕业', answers.graduation ? graduation[answers.graduation] : ''],
  ]
}

function work(answers: Answers): Block['rows'] {
  const wants = answers['intention.wantsWork']
  if (!wants)
    return [
      ['找工作', wants === undefined ? '' : '现在不找'],
      ['还想说', answers['intention.note'].trim()],
    ]
  const where = districts.filter(({ key }) => answers['intention.districts'].includes(key)).map(({ name }) => name)
  const also = [answers['intention.training'] && '技能培训', answers['intention.traineeship'] && '就业见习'].filter(
    Boolean,
  )
  return [
    ['找工作', '想找'],
    ['想做', answers['intention.occupations'].trim()],
    ['月薪', payText(answers['intention.salaryMinFen'], answers['intention.salaryMaxFen'])],
    ['哪些区', where.length > 0 ? where.join('、') : '都行'],
    ['也想要', also.join('、')],
    ['还想说', answers['intention.note'].trim()],
  ]
}

const hardships = (answers: Answers): string =>
  answers.sensitiveConsent && answers['sensitive.hardships'].length > 0
    ? answers['sensitive.hardships'].map(kind => HARDSHIP_NAMES[kind]).join('、')
    : '没填，不影响登记'
