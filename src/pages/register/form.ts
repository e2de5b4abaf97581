import { toEducation } from '../../components/StudyFields/answers'
import { toIntention } from '../../components/WorkFields/answers'
import { REQUIRED_DECLARATIONS, type RegistrationForm, type SituationInput } from '../../domain/registration'
import { withKind, type Answers } from './answers'
import { needsBirthDate } from './problems'
import { stepsFor } from './steps'

/** The form as `registration.file` takes it; undefined while a needed answer is open. */
export function toForm(answers: Answers, requestId: string): RegistrationForm | undefined {
  const { kind, basis, handlingDistrict } = answers
  const education = toEducation(answers)
  const intention = toIntention(withKind(answers))
  if (!kind || !basis || !handlingDistrict || !education || !intention) return undefined
  const situation = situationOf(answers)
  const hardships = answers['sensitive.hardships']
  const sensitive = answers.sensitiveConsent && hardships.length > 0 && stepsFor(answers).includes('hardship')
  return {
    requestId,
    kind,
    basis,
    handlingDistrict,
    person: personOf(answers),
    education,
    intention,
    declarations: answers.declarations.filter(declared => REQUIRED_DECLARATIONS[kind].includes(declared)),
    ...(Object.keys(situation).length > 0 ? { situation } : {}),
    ...(sensitive ? { sensitive: { consent: true as const, hardships } } : {}),
  }
}

function personOf(answers: Answers): RegistrationForm['person'] {
  const code = answers['person.phoneCode']
  return {
    idType: answers['person.idType'],
    idNumber: answers['person.idNumber'].trim(),
    name: answers['person.name'].trim(),
    ...(code ? { phoneCode: code } : { phone: answers['person.phone'].trim() }),
    ...(needsBirthDate(answers) && answers['person.bornOn'] ? { bornOn: answers['person.bornOn'] } : {}),
  }
}

/** Who files as jobless declares that there is no work; it isn't asked a second time. */
function situationOf(answers: Answers): SituationInput {
  const employment = answers.kind === 'jobSeeking' ? answers['situation.employment'] : undefined
  return {
    ...(employment ? { employment } : {}),
    ...(answers.graduation ? { inSchool: answers.graduation === 'studying' } : {}),
  }
}
