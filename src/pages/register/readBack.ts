import { districts, districtName } from '../../cloud/data'
import { DOORS } from '../../components/Doors'
import { EMPLOYMENT_NAMES, NOT_NOW_NAMES, payText } from '../../components/WorkFields/answers'
import { EDUCATION_LEVEL_NAMES } from '../../domain/education'
import {
  HARDSHIP_NAMES,
  ID_TYPE_NAMES,
  maskIdNumber,
  maskPhone,
  normaliseName,
  normalisePhone,
  parseIdentity,
} from '../../domain/person'
import { KIND_NAMES } from '../../components/kindNames'
import { chineseDate } from '../../domain/time'
import { withKind, type Answers } from './answers'
import { needsBirthDate } from './problems'
import { stepsFor, type Step } from './steps'

/** One answer as one reads it back; `path` is the field it is changed in. */
export interface Row {
  path: string
  name: string
  value: string
}

export interface Block {
  step: Step
  title: string
  rows: Row[]
}

/** All answers as one reads them back, block by block; what was left open is left out. */
export function readBack(given: Answers): Block[] {
  const answers = withKind(given)
  const blocks: Block[] = [
    { step: 'choose', title: '登记', rows: chosen(answers) },
    { step: 'person', title: '本人', rows: person(answers) },
    { step: 'study', title: '学业', rows: study(answers) },
    { step: 'work', title: '打算', rows: work(answers) },
    { step: 'hardship', title: '困难情况', rows: [row('sensitive.hardships', '选了', hardships(answers))] },
  ]
  const asked = stepsFor(answers)
  return blocks
    .filter(({ step }) => asked.includes(step))
    .map(block => ({ ...block, rows: block.rows.filter(({ value }) => value !== '') }))
}

const row = (path: string, name: string, value: string): Row => ({ path, name, value })

const chosen = ({ kind, basis, handlingDistrict }: Answers): Row[] => [
  row('kind', '类型', kind ? KIND_NAMES[kind] : ''),
  row(
    'handlingDistrict',
    '经办',
    handlingDistrict && basis ? `${districtName(handlingDistrict)}（${DOORS[basis].name}）` : '',
  ),
]

function person(answers: Answers): Row[] {
  const phone = normalisePhone(answers['person.phone'])
  const name = normaliseName(answers['person.name'], answers['person.idType'])
  const identity = parseIdentity(answers['person.idType'], answers['person.idNumber'])
  const bornOn = answers['person.bornOn']
  return [
    row('person.name', '姓名', name.ok ? name.value : answers['person.name'].trim()),
    row(
      'person.idNumber',
      answers['person.idType'] === '01' ? '身份证' : '证件',
      maskIdNumber(identity.ok ? identity.number : answers['person.idNumber'].trim().toUpperCase()),
    ),
    row('person.idType', '证件类型', answers['person.idType'] === '01' ? '' : ID_TYPE_NAMES[answers['person.idType']]),
    row('person.bornOn', '出生日期', bornOn && needsBirthDate(answers) ? chineseDate(bornOn) : ''),
    row(
      'person.phone',
      '手机',
      answers['person.phoneCode'] ? '微信绑定的号码' : phone.ok ? maskPhone(phone.value) : '',
    ),
  ]
}

function study(answers: Answers): Row[] {
  const level = answers['education.level']
  const on = answers['education.graduatedOn']
  const graduation = {
    left: on ? chineseDate(on) : '',
    studying: on ? `还在上学，${chineseDate(on)}毕业` : '还在上学',
    none: '没拿毕业证',
  }
  return [
    row('education.level', '学历', level ? EDUCATION_LEVEL_NAMES[level] : ''),
    row('education.school', '学校', answers['education.school'].trim()),
    row('education.major', '专业', answers['education.major'].trim()),
    row('graduation', '毕业', answers.graduation ? graduation[answers.graduation] : ''),
  ]
}

function work(answers: Answers): Row[] {
  const wants = answers['intention.wantsWork']
  const note = row('intention.note', '还想说', answers['intention.note'].trim())
  const employment = answers.kind === 'jobSeeking' ? answers['situation.employment'] : undefined
  const now = row('situation.employment', '现在', employment ? (EMPLOYMENT_NAMES[employment] ?? '') : '')
  if (!wants) {
    const reason = answers['intention.notNowReason']
    const why = reason ? `现在不找，${NOT_NOW_NAMES[reason]}` : '现在不找'
    return [now, row('intention.wantsWork', '找工作', wants === undefined ? '' : why), note]
  }
  const where = districts.filter(({ key }) => answers['intention.districts'].includes(key)).map(({ name }) => name)
  const also = [answers['intention.training'] && '技能培训', answers['intention.traineeship'] && '就业见习'].filter(
    Boolean,
  )
  return [
    now,
    row('intention.wantsWork', '找工作', '想找'),
    row('intention.occupations', '想做', answers['intention.occupations'].trim()),
    row(
      'intention.salaryMinFen',
      '月薪',
      payText(answers['intention.salaryMinFen'], answers['intention.salaryMaxFen']),
    ),
    row('intention.districts', '哪些区', where.length > 0 ? where.join('、') : '都行'),
    row('intention.training', '也想要', also.join('、')),
    note,
  ]
}

const hardships = (answers: Answers): string =>
  answers.sensitiveConsent && answers['sensitive.hardships'].length > 0
    ? answers['sensitive.hardships'].map(kind => HARDSHIP_NAMES[kind]).join('、')
    : '没填，不影响登记'
