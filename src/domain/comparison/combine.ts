import type { InsuranceSaying, Saying } from './readRow'

/**
 * What several rows of one list say of one person, taken together; the order of the rows doesn't matter. Aid categories add
 * up. Of insurances the one that holds on the list's day decides, and of several the one that began last. A death is
 * never outvoted. Two places of one hukou are nobody's to choose between: `disputed`.
 * @throws Error for rows of different lists
 */
export function combine(a: Saying, b: Saying): Saying {
  if (a.source === 'publicSecurity' && b.source === 'publicSecurity') {
    const diedOn = [a.diedOn, b.diedOn].filter(day => day !== undefined).sort()[0]
    const disputed = a.disputed || b.disputed || (a.hukou && b.hukou && a.hukou !== b.hukou)
    const hukou = disputed ? undefined : (a.hukou ?? b.hukou)
    const died = a.died || b.died
    return {
      source: 'publicSecurity',
      ...(hukou ? { hukou } : {}),
      ...(died ? { died: true } : {}),
      ...(!died && (a.lives || b.lives) ? { lives: true } : {}),
      ...(diedOn ? { diedOn } : {}),
      ...(disputed ? { disputed: true } : {}),
    }
  }
  if ('hardships' in a && 'hardships' in b && a.source === b.source)
    return { source: a.source, hardships: [...new Set([...a.hardships, ...b.hardships])].sort() }
  if (a.source === 'socialInsurance' && b.source === 'socialInsurance') return rankOf(a) >= rankOf(b) ? a : b
  throw new Error('rows of different lists')
}

/** Insured first; then the later beginning, the later end, and at last anything that tells two rows apart. */
const rankOf = ({ insured, from = '', until = '', employerCode = '', employer = '' }: InsuranceSaying): string =>
  [insured ? 1 : 0, from.padEnd(10), until.padEnd(10), employerCode.padEnd(18), employer].join('|')
