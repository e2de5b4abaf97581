import type { DistrictKey } from '../district'
import { FROM_A_LIST, isOpen, isOwn, type LedgerEntry, type Registration } from '../ledger'
import type { RosterImport } from './rosterImport'
import type { RosterRow } from './readRow'

const ENDED_BY_LIST = '名单上已注销'
const REPLACED_BY_LIST = '名单上换成了另一次登记'

/** Midnight UTC is 8 in the morning of the same day in Beijing. */
const instantOf = (day: string): string => `${day}T00:00:00.000Z`

/** The unemployment registration that the registered youth's list speaks of; in force from the day it names. */
export function listedRegistration(
  row: RosterRow,
  run: RosterImport,
  handledBy: DistrictKey | undefined = row.district,
): Registration | undefined {
  if (row.registeredOn === undefined || handledBy === undefined) return undefined
  const filedAt = instantOf(row.registeredOn)
  return {
    kind: 'unemployment',
    basis: 'hukou',
    district: handledBy,
    status: row.endedOn ? 'ended' : 'active',
    filedAt,
    acceptedAt: filedAt,
    effectiveFrom: row.registeredOn,
    ...(row.endedOn ? { endedAt: instantOf(row.endedOn), endReason: ENDED_BY_LIST } : {}),
    requestId: `list-${run.batch}`,
    contentKey: `list-${run.batch}`,
    declarations: [],
    campaign: run.campaign.id,
    ruleVersion: FROM_A_LIST,
  }
}

/**
 * Registrations after the registered youth's list has spoken. It decides on those that a list brought, and of these one is open
 * at a time; what the person filed stays as it is. A registration that somebody else ended stays ended.
 */
export function registrationsAfter(
  { registrations }: Pick<LedgerEntry, 'registrations'>,
  said: Registration,
  run: RosterImport,
): Registration[] {
  const ownIsOpen = registrations.some(each => each.kind === said.kind && isOwn(each) && isOpen(each))
  const isSaid = (each: Registration) => !isOwn(each) && each.effectiveFrom === said.effectiveFrom
  const after = registrations.map(each => {
    if (isOwn(each)) return each
    if (isSaid(each)) return asSaid(each, said, ownIsOpen)
    return isOpen(each) ? ended(each, instantOf(run.asOf), REPLACED_BY_LIST) : each
  })
  const isNew = !registrations.some(isSaid) && !(ownIsOpen && isOpen(said))
  return isNew ? [...after, said] : after
}

function asSaid(standing: Registration, said: Registration, ownIsOpen: boolean): Registration {
  if (said.endedAt !== undefined)
    return isOpen(standing) || standing.endReason === ENDED_BY_LIST
      ? ended(standing, said.endedAt, ENDED_BY_LIST)
      : standing
  const byList = standing.endReason === ENDED_BY_LIST || standing.endReason === REPLACED_BY_LIST
  if (isOpen(standing) || !byList || ownIsOpen) return standing
  const { endedAt: _at, endReason: _why, ...open } = standing
  return { ...open, status: 'active' }
}

const ended = (registration: Registration, endedAt: string, endReason: string): Registration => ({
  ...registration,
  status: 'ended',
  endedAt,
  endReason,
})
