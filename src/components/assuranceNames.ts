import type { Assurance } from '../domain/ledger'

/** How sure we are who it is, in words the person would use. */
export const ASSURANCE_NAMES: Record<Assurance, string> = {
  claimed: '你自己填的',
  matched: '和名单对上了',
  verified: '核实过',
}
