import type { Basis, DistrictKey } from '../district'
import { notRegistered, refused, versionConflict, type Decision } from './decision'
import type { LedgerEntry } from './entry'
import { moveNotice } from './moveNotice'
import { nextVersion } from './nextVersion'
import { isOpen } from './own'

export interface DistrictChange {
  version: number
  district: DistrictKey
  districtName: string
  basis: Basis
  at: string
}

/**
 * Moves the entry and its open registrations to another handling district, the person's own choice (DESIGN, settled 4). The
 * district the roster assigned stays and still reads it; both districts are told.
 */
export function changeDistrict(entry: LedgerEntry | undefined, change: DistrictChange): Decision<LedgerEntry> {
  if (!entry) return notRegistered()
  const open = entry.registrations.filter(isOpen)
  if (open.length === 0) return refused('NOT_FOUND', '你现在没有在册的登记，要换区请重新登记')
  const there = ({ district, basis }: { district: DistrictKey; basis: Basis }) =>
    district === change.district && basis === change.basis
  if (entry.handlingDistrict === change.district && open.every(there)) return { outcome: 'same', entry }
  if (entry.version !== change.version) return versionConflict()
  return {
    outcome: 'change',
    entry: nextVersion(
      entry,
      {
        handlingDistrict: change.district,
        handlingBy: 'self',
        registrations: entry.registrations.map(registration =>
          isOpen(registration) ? { ...registration, district: change.district, basis: change.basis } : registration,
        ),
      },
      { at: change.at, by: 'self', source: 'miniprogram', why: '本人换区' },
      `经办区换到${change.districtName}`,
      moveNotice(entry, entry.handlingDistrict, change.district, '本人换区', change.at),
    ),
  }
}
