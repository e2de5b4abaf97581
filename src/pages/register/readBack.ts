import { districts, districtName } from '../../cloud/data'
import { DOORS } from '../../components/Doors'
import type { Said } from '../../components/said'
import { STUDY_SAID } from '../../components/StudyFields/said'
import { workSaid } from '../../components/WorkFields/said'
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
import { EMPLOYMENT_NAMES } from '../../domain/registration'
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
    { step: 'study', title: '学业', rows: told(STUDY_SAID, answers) },
    { step: 'work', title: '打算', rows: [now(answers), ...told(workSaid(districts), answers)] },
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

const told = <A>(said: readonly Said<A>[], answers: A): Row[] =>
  said.map(({ path, name, say }) => row(path, name, say(answers)))

function now({ kind, 'situation.employment': employment }: Answers): Row {
  return row('situation.employment', '现在', kind === 'jobSeeking' && employment ? EMPLOYMENT_NAMES[employment] : '')
}

const hardships = (answers: Answers): string =>
  answers.sensitiveConsent && answers['sensitive.hardships'].length > 0
    ? answers['sensitive.hardships'].map(kind => HARDSHIP_NAMES[kind]).join('、')
    : '没填，不影响登记'
