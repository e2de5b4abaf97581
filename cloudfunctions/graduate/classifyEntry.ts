import {
  classify,
  isOpen,
  KIND_NAMES,
  openRegistration,
  type Classification,
  type Correction,
  type LedgerEntry,
} from '../../src/domain/ledger'
import { parseIdentity, type IdType } from '../../src/domain/person'
import {
  checkEligibility,
  factsFromForm,
  KINDS,
  type EligibilityFacts,
  type Kind,
  type RegistrationForm,
} from '../../src/domain/registration'
import type { BeijingDate } from '../../src/domain/time'
import type { Keys } from '../kernel/crypto'
import { Refusal } from '../kernel/refusal'
import { openFact } from '../kernel/sealing'
import { governing } from './data'
import { objection } from './eligible'

/** The rules' answer for the corrected person. Throws NOT_ELIGIBLE where an open registration would lose its ground. */
export function classifyCorrected(
  entry: LedgerEntry,
  parts: Pick<Correction, 'education' | 'intention' | 'situation'>,
  hardships: EligibilityFacts['hardships'],
  on: BeijingDate,
  keys: Keys,
): Classification {
  const campaign = governing(on)
  const corrected = { ...entry, ...parts }
  const rules = (of: LedgerEntry, kind: Kind) =>
    checkEligibility({ kind, facts: factsOf(of, kind, hardships, keys, on), on, campaign })
  for (const kind of KINDS) {
    if (!openRegistration(entry, kind)) continue
    const after = rules(corrected, kind)
    if (after.outcome === 'no' && rules(entry, kind).outcome !== 'no')
      throw new Refusal(
        'NOT_ELIGIBLE',
        `改成这样就不符合${KIND_NAMES[kind]}的条件了：${objection(after)}。情况真有变化，请先撤回${KIND_NAMES[kind]}，再来改`,
      )
  }
  const kind = entry.registrations.filter(isOpen).at(-1)?.kind ?? 'jobSeeking'
  return classify(rules(corrected, kind), corrected.education, on, campaign)
}

/** The facts an entry states, as its registration of a kind declared them. */
function factsOf(
  entry: LedgerEntry,
  kind: Kind,
  hardships: EligibilityFacts['hardships'],
  keys: Keys,
  on: BeijingDate,
): EligibilityFacts {
  const registration = openRegistration(entry, kind)
  const idType = entry.sealed.idType as IdType
  const identity = parseIdentity(idType, openFact(keys, entry, 'idNumber') ?? '', on)
  const unemployed = openRegistration(entry, 'unemployment')
  const form = {
    person: { bornOn: entry.bornOn },
    education: entry.education,
    intention: entry.intention,
    situation: entry.situation,
    declarations: registration?.declarations ?? [],
    basis: registration?.basis,
    sensitive: { hardships },
  } as unknown as RegistrationForm
  return {
    ...factsFromForm(form, identity),
    ...(unemployed?.effectiveFrom ? { registeredUnemployedSince: unemployed.effectiveFrom } : {}),
  }
}
