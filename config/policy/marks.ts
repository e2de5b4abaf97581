import type { Tri } from '../../src/domain/policy'

export const MARKS: Record<Tri, string> = { yes: '✓', no: '✗', unknown: '?' }
