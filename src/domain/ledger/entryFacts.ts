import { destinationGroup } from '../destination'
import type { Hardship, Identity } from '../person'
import { factsFromForm, type EligibilityFacts, type Kind, type RegistrationForm } from '../registration'
import type { LedgerEntry } from './entry'
import { listFactsOf, openRegistration } from './own'

/** What is needed beside the entry to say what is known of its person. */
export interface KnownBeside {
  /** The registration whose declarations count. */
  kind: Kind
  /** Told by the person and certified by departments. */
  hardships: readonly Hardship[]
  /** What the document's number says; without it age comes from the entry, and the sex is not known. */
  identity?: Identity
}

/** The fields of an entry that facts are gathered from. */
export type WithFacts = Pick<
  LedgerEntry,
  | 'bornOn'
  | 'education'
  | 'intention'
  | 'situation'
  | 'registrations'
  | 'roster'
  | 'youthList'
  | 'compared'
  | 'destination'
>

const UNOPENED: Identity = { ok: false, message: '' }

/**
 * What is known of the person of an entry, for the campaign's rules: what they told, then what lists and departments say;
 * where somebody's hukou is, public security knows best. The one place where it comes together, for whoever classifies.
 */
export function factsOfEntry(
  entry: WithFacts,
  { kind, hardships, identity = UNOPENED }: KnownBeside,
): EligibilityFacts {
  const registration = openRegistration(entry, kind)
  const unemployed = openRegistration(entry, 'unemployment')
  const form = {
    person: { bornOn: entry.bornOn },
    education: entry.education,
    intention: entry.intention ?? {},
    situation: entry.situation,
    declarations: registration?.declarations ?? [],
    basis: registration?.basis,
    sensitive: { hardships: [...hardships] },
  } as unknown as RegistrationForm
  return {
    ...listedFacts(entry),
    ...factsFromForm(form, identity),
    ...provenHukou(entry),
    ...(unemployed?.effectiveFrom ? { registeredUnemployedSince: unemployed.effectiveFrom } : {}),
  }
}

/** What lists say of work, school and origin; the person's own word stands over it. */
function listedFacts(entry: WithFacts): EligibilityFacts {
  const group = entry.destination && destinationGroup(entry.destination.code)
  const origin = originOf(entry)
  return {
    ...(origin === undefined ? {} : { beijingOrigin: origin === '11' }),
    ...(group === 'employed' ? { employment: 'employed' as const } : {}),
    ...(group === 'studying' || group === 'enrolled' ? { inSchool: true } : {}),
  }
}

/** 生源地 as a list says it, a province's two digits. */
export const originOf = (entry: Pick<WithFacts, 'roster' | 'youthList'>): string | undefined =>
  listFactsOf(entry).find(({ origin }) => origin !== undefined)?.origin

function provenHukou({ compared }: WithFacts): EligibilityFacts {
  const trace = compared?.publicSecurity
  if (trace?.result !== 'agrees' || trace.hukou === undefined) return {}
  return { beijingHukou: trace.hukou !== 'outside' }
}
