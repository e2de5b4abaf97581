import type { Identity } from '../person'
import type { EligibilityFacts } from './facts'
import type { RegistrationForm } from './form'
import { REQUIRED_DECLARATIONS, type Declaration, type Kind } from './kinds'

/**
 * The facts a filed form states. Declaring `jobless` says no work and no school, declaring `seekingWork` says able to work; where the
 * situation answers otherwise, the situation wins and its rule fails with a reason.
 */
export function factsFromForm(form: RegistrationForm, identity: Identity): EligibilityFacts {
  const { education, intention, situation } = form
  const jobless = form.declarations.includes('jobless')
  const identified = identity.ok ? identity : undefined
  return withoutAbsent({
    idType: form.person.idType,
    bornOn: identified?.bornOn ?? form.person.bornOn,
    sex: identified?.sex,
    level: education.level,
    graduatedOn: education.graduatedOn,
    employment: situation?.employment ?? (jobless ? 'none' : undefined),
    inSchool: situation?.inSchool ?? (jobless ? false : undefined),
    wantsWork: intention.wantsWork,
    ableToWork: form.declarations.includes('seekingWork') ? true : undefined,
    beijingOrigin: situation?.beijingOrigin,
    beijingHukou: situation?.beijingHukou,
    basis: form.basis,
    hardships: form.sensitive?.hardships,
  })
}

/** The declarations that a kind needs and that aren't made yet. */
export const missingDeclarations = (kind: Kind, declared: readonly Declaration[]): Declaration[] =>
  REQUIRED_DECLARATIONS[kind].filter(needed => !declared.includes(needed))

type Loose<T> = { [Key in keyof T]: T[Key] | undefined }

function withoutAbsent(facts: Loose<EligibilityFacts>): EligibilityFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as EligibilityFacts
}
