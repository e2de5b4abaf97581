import type { OwnEntry } from '../../src/contract'
import { shownRegistrations, type LedgerEntry } from '../../src/domain/ledger'
import { maskIdNumber, maskName, maskPhone } from '../../src/domain/person'
import type { ClientCall } from '../kernel/procedure'
import { openFact } from '../kernel/sealing'
import { faceCheckable } from './faceCheckable'

/** A person's own entry as they see it: identity masked, everything else as they told it. */
export function ownEntry(entry: LedgerEntry, call: Pick<ClientCall, 'keys' | 'faceCheck'>): OwnEntry {
  const { keys } = call
  const { no, version, status, assurance, handlingDistrict, education, intention, situation } = entry
  const { category, contactState, served, nextDue, underReview } = entry
  return {
    no,
    version,
    status,
    assurance,
    ...(handlingDistrict ? { handlingDistrict } : {}),
    person: {
      idType: entry.sealed.idType,
      idNumber: maskIdNumber(openFact(keys, entry, 'idNumber') ?? ''),
      name: maskName(openFact(keys, entry, 'name') ?? ''),
      phone: maskPhone(openFact(keys, entry, 'phone') ?? ''),
    },
    education,
    // whoever an account is bound to has filed, and a filing tells it
    intention: intention!,
    ...(situation ? { situation } : {}),
    sensitiveStored: entry.sealed.hardships !== undefined,
    category,
    registrations: shownRegistrations(entry).map(
      ({ kind, basis, district, status, filedAt, acceptedAt, effectiveFrom, endedAt, endReason }) => ({
        kind,
        basis,
        district,
        status,
        filedAt,
        ...(acceptedAt ? { acceptedAt } : {}),
        ...(effectiveFrom ? { effectiveFrom } : {}),
        ...(endedAt ? { endedAt } : {}),
        ...(endReason ? { endReason } : {}),
      }),
    ),
    contactState,
    served,
    ...(nextDue ? { nextDue } : {}),
    underReview,
    faceCheck: faceCheckable(entry, call),
    ...(entry.told?.outcome === 'failed' ? { messageFailed: true } : {}),
  }
}
