import {
  classify,
  factsOfEntry,
  hardshipsOf,
  isOpen,
  KIND_NAMES,
  openRegistration,
  type Classification,
  type Correction,
  type LedgerEntry,
} from '../../src/domain/ledger'
import { parseIdentity, type Hardship, type IdType } from '../../src/domain/person'
import { checkEligibility, KINDS, type Kind } from '../../src/domain/registration'
import type { BeijingDate } from '../../src/domain/time'
import type { Keys } from '../kernel/crypto'
import { Refusal } from '../kernel/refusal'
import { openCertified, openFact } from '../kernel/sealing'
import { governing } from './data'
import { objection } from './eligible'

/**
 * The rules' answer for the corrected person: with the hardships they tell now, and those that departments have certified. Throws
 * NOT_ELIGIBLE where an open registration would lose its ground.
 */
export function classifyCorrected(
  entry: LedgerEntry,
  parts: Pick<Correction, 'education' | 'intention' | 'situation'>,
  told: readonly Hardship[],
  on: BeijingDate,
  keys: Keys,
): Classification {
  const campaign = governing(on)
  const corrected = { ...entry, ...parts }
  const identity = parseIdentity(entry.sealed.idType as IdType, openFact(keys, entry, 'idNumber') ?? '', on)
  const known = hardshipsOf(told, openCertified(keys, entry))
  const rules = (of: LedgerEntry, kind: Kind) =>
    checkEligibility({ kind, facts: factsOfEntry(of, { kind, hardships: known, identity }), on, campaign })
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
