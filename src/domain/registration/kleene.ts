/** Yes, no, or not known yet (Kleene's strong three-valued logic): a missing fact never becomes a no. */
export const VERDICTS = ['yes', 'no', 'unknown'] as const
export type Verdict = (typeof VERDICTS)[number]

export const verdict = (fact: boolean | undefined): Verdict => (fact === undefined ? 'unknown' : fact ? 'yes' : 'no')

export const all = (...verdicts: Verdict[]): Verdict =>
  verdicts.includes('no') ? 'no' : verdicts.includes('unknown') ? 'unknown' : 'yes'

export const any = (...verdicts: Verdict[]): Verdict =>
  verdicts.includes('yes') ? 'yes' : verdicts.includes('unknown') ? 'unknown' : 'no'

export const not = (v: Verdict): Verdict => (v === 'yes' ? 'no' : v === 'no' ? 'yes' : 'unknown')
