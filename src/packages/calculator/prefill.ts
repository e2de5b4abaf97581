import type { OwnEntry } from '../../contract/graduate'
import type { Answers, Literal, RuleBook } from '../../domain/policy'

/** What an entry, or what was last seen of it, tells of the person. */
export type Told = Pick<OwnEntry, 'registrations'> & Partial<Pick<OwnEntry, 'education' | 'situation'>>

/**
 * Facts a registration knows, under the names the questions have. What isn't in it stays open: who has no unemployment
 * registration here may have one elsewhere. Sensitive facts are never in it.
 */
export function knownFrom({ registrations, education, situation }: Told, rules: Pick<RuleBook, 'facts'>): Answers {
  const unemployed = registrations.find(({ kind, status }) => kind === 'unemployment' && status !== 'ended')
  const seeking = registrations.some(({ kind, status }) => kind === 'jobSeeking' && status !== 'ended')
  const known: Record<string, Literal | undefined> = {
    level: education?.level,
    graduatedOn: education?.graduatedOn,
    // whoever filed it has declared that they neither work nor study
    employment: situation?.employment ?? (unemployed && 'none'),
    inSchool: situation?.inSchool ?? (unemployed && false),
    // whoever isn't in it may have filed at a window
    ...(seeking && { seekingRegistered: true }),
    // it counts from its acceptance; before that nobody can say from when
    ...(unemployed?.status === 'active' && { registered: true, registeredUnemployedSince: unemployed.effectiveFrom }),
  }
  return Object.fromEntries(
    rules.facts.flatMap(({ id }) => (known[id] === undefined ? [] : [[id, known[id]]])),
  ) as Answers
}
