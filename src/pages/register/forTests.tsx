import { render } from '../../../test/pages/render'
import { answerWith, forgetAll } from '../../../test/pages/taro'
import { keepDraft } from '../../cloud/drafts'
import { rememberConsent } from '../../cloud/kept'
import { checkCharacter } from '../../domain/person'
import { registrationNumber, REGISTRATION_NUMBER_BYTES } from '../../domain/registration'
import Register from '.'
import { emptyAnswers, type Answers } from './answers'

const body = '11010520020617452'
/** Filled in to the end: jobless, no degree. */
export const answers: Answers = {
  ...emptyAnswers,
  kind: 'unemployment',
  basis: 'residence',
  handlingDistrict: 'chaoyang',
  'person.idNumber': body + checkCharacter(body),
  'person.name': '林知夏',
  'person.phone': '13812342671',
  'education.level': '61',
  graduation: 'left',
  'education.graduatedOn': '2020-07-01',
  'intention.wantsWork': true,
  declarations: ['truthful', 'jobless', 'seekingWork'],
}
const receipt = {
  no: registrationNumber(new Uint8Array(REGISTRATION_NUMBER_BYTES), '2024-08-20'),
  kind: 'unemployment',
  handlingDistrict: 'chaoyang',
  status: 'filed',
  filedAt: '2024-08-20T01:41:00.000Z',
}

type Sent = { action: string; input: { requestId: string; person: { name: string } } }
/** What the page sent, in order. */
export const sent: Sent[] = []

/** Filings get these answers one after the other; a string is a network error. */
export function cloudAnswers(...replies: unknown[]) {
  answerWith(({ data }) => {
    const event = data as Sent
    sent.push(event)
    const reply = replies.shift()
    return typeof reply === 'string' ? Promise.reject({ errMsg: reply } as unknown as Error) : Promise.resolve(reply)
  })
}
export const filed = { ok: true, data: { receipt } }

/** The form, filled in, where it is read back. */
export async function onReview() {
  await rememberConsent(['registration'])
  await keepDraft('register', { answers, step: 'review' })
  const page = render(<Register />)
  await page.settle()
  return page
}

/** A phone that knows nothing, and a page that has sent nothing. */
export function beginAnew(): void {
  forgetAll()
  sent.length = 0
}
