import type { operatorContract } from '../../src/contract'
import { keepUntil } from '../../src/domain/campaign'
import {
  accept,
  correctName,
  noSuchEntry,
  openRegistration,
  refused,
  releaseBinding,
  verify,
} from '../../src/domain/ledger'
import { normaliseName, type IdType } from '../../src/domain/person'
import { keptKinds } from '../../src/domain/privacy'
import { beijingDate } from '../../src/domain/time'
import { searchToken } from '../kernel/crypto'
import { districtName, governing } from '../kernel/governing'
import type { OperatorCall, ParsedInputOf } from '../kernel/procedure'
import { sealFact } from '../kernel/sealing'
import { act, noteOf } from './act'

type Contract = typeof operatorContract
type Accept = ParsedInputOf<Contract['registration.accept']>
type Verify = ParsedInputOf<Contract['identity.verify']>
type CorrectName = ParsedInputOf<Contract['identity.correctName']>
type Release = ParsedInputOf<Contract['binding.release']>

/** Accepts a pending unemployment registration; sent again, it answers with the day it was accepted first. */
export async function acceptRegistration(input: Accept, call: OperatorCall) {
  const acceptance = { note: noteOf(call, input.reason), today: beijingDate(call.now) }
  const entry = await act(
    input,
    'registration.accept',
    found => {
      const district = found && openRegistration(found, 'unemployment')?.district
      return accept(found, { ...acceptance, districtName: district ? districtName(district) : '' })
    },
    call,
  )
  const { acceptedAt, effectiveFrom } = openRegistration(entry, 'unemployment') ?? {}
  if (!acceptedAt || !effectiveFrom) throw new Error('an accepted registration without its day')
  return { no: entry.no, version: entry.version, acceptedAt, effectiveFrom }
}

/** Somebody showed their document at a counter. */
export async function verifyIdentity(input: Verify, call: OperatorCall) {
  const verification = { note: noteOf(call, input.reason), proof: 'counter', since: input.boundSince } as const
  const { no, version, assurance } = await act(input, 'identity.verify', found => verify(found, verification), call)
  return { no, version, assurance }
}

/** The name as the document at the counter has it; which names a document may have goes by its type. */
export async function correctNameAtCounter(input: CorrectName, call: OperatorCall) {
  const { keys } = call
  const { no, version } = await act(
    input,
    'identity.correctName',
    found => {
      if (!found) return noSuchEntry()
      const name = normaliseName(input.name, found.sealed.idType as IdType)
      if (!name.ok) return refused('INVALID_INPUT', name.message, { name: name.message })
      return correctName(found, {
        note: noteOf(call, input.reason),
        name: { sealed: sealFact(keys, found._id, 'name', name.value), token: searchToken(keys, 'name', name.value) },
      })
    },
    call,
  )
  return { no, version }
}

/** A WeChat account gives up an entry; sent again, it answers the same and leaves alone whoever has claimed it since. */
export async function releaseAccount(input: Release, call: OperatorCall) {
  const today = beijingDate(call.now)
  const until = keepUntil(governing(today).retention, today, keptKinds('registered'))
  const release = {
    note: noteOf(call, input.reason),
    since: input.boundSince,
    freeNumber: input.freeNumber ? { keepUntil: until } : undefined,
  }
  const { no, version } = await act(input, 'binding.release', found => releaseBinding(found, release), call)
  return { no, version }
}
