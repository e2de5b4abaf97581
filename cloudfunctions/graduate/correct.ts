import type { graduateContract } from '../../src/contract'
import {
  correct as decide,
  NO_FINDINGS,
  notRegistered,
  rewrittenTexts,
  versionConflict,
  type Correction,
  type LedgerEntry,
  type TextField,
} from '../../src/domain/ledger'
import { normalisePhone } from '../../src/domain/person'
import { beijingDate } from '../../src/domain/time'
import { searchToken, type Keys } from '../kernel/crypto'
import { applyPending } from '../kernel/effects'
import type { ClientCall, ParsedInputOf } from '../kernel/procedure'
import { invalid, Refusal } from '../kernel/refusal'
import { phoneOfCode } from '../kernel/wechat'
import { classifyCorrected } from './classifyEntry'
import { checkTexts, freeTexts } from './freeTexts'
import { holdToConsent } from './hardshipConsent'
import { ownEntry } from './ownEntry'
import { hardshipText, openFact, openHardships, sealFact } from '../kernel/sealing'
import { normalEducation, normalIntention, partProblems } from './stated'

type Input = ParsedInputOf<(typeof graduateContract)['registration.correct']>
type Changes = Input['changes']

/** Corrects what the person told; who they are is corrected at a counter. */
export async function correct({ version, changes }: Input, call: ClientCall) {
  const ledger = call.store.ledgerOf({ openid: call.openid })
  const loaded = await ledger.own()
  if (!loaded) throw new Refusal('NOT_FOUND', notRegistered().refusal.message)
  const current = loaded.version === version
  const told = await toldBy(changes, loaded, current, call)
  const correction: Correction = { version, account: call.openid, at: call.now.toISOString(), ...told }
  const { entry } = await ledger.change(ledger.own, entry => decide(entry, correction), loaded)
  await applyPending(entry, call)
  await holdToConsent(changes.sensitive, call)
  return { version: entry.version, entry: ownEntry(entry, call) }
}

type Told = Omit<Correction, 'version' | 'account' | 'at'>

async function toldBy(changes: Changes, entry: LedgerEntry, current: boolean, call: ClientCall): Promise<Told> {
  const today = beijingDate(call.now)
  const education = changes.education && normalEducation(changes.education)
  const intention = changes.intention && normalIntention(changes.intention)
  const situation = changes.situation
  const problems = partProblems(
    { ...(education ? { education } : {}), ...(intention ? { intention } : {}) },
    entry.bornOn,
    'changes.',
  )
  if (Object.keys(problems).length > 0) throw invalid(problems)
  const hardships = hardshipsTold(changes, entry, call.keys)
  const parts = {
    ...(education ? { education } : {}),
    ...(intention ? { intention } : {}),
    ...(situation ? { situation } : {}),
    ...(hardships === undefined ? {} : { hardships: hardships.part }),
  }
  const classification = classifyCorrected(
    entry,
    parts,
    hardships?.after ?? openHardships(call.keys, entry),
    today,
    call.keys,
  )
  const phone = await phoneTold(changes, entry, current, call)
  const findings = current ? await checkRewritten(entry, parts, call) : NO_FINDINGS
  return { ...parts, ...(phone ? { phone } : {}), classification, findings }
}

async function phoneTold({ phone, phoneCode }: Changes, entry: LedgerEntry, current: boolean, call: ClientCall) {
  if (phone === undefined && phoneCode === undefined) return undefined
  let number: string
  if (phone !== undefined) {
    const typed = normalisePhone(phone)
    if (!typed.ok) throw invalid({ 'changes.phone': typed.message })
    number = typed.value
  } else {
    // a code is good once: don't spend it on a change that can't be made
    if (!current) throw new Refusal('VERSION_CONFLICT', versionConflict().refusal.message)
    const answer = await phoneOfCode(call.openapi, phoneCode ?? '')
    if (!answer.ok) throw invalid({ 'changes.phoneCode': answer.message })
    number = answer.phone
  }
  return { sealed: sealFact(call.keys, entry._id, 'phone', number), token: searchToken(call.keys, 'phone', number) }
}

/** Sensitive categories as told: new ones, or none from now on. */
function hardshipsTold({ sensitive }: Changes, entry: LedgerEntry, keys: Keys) {
  if (sensitive === undefined) return undefined
  const after = sensitive?.hardships ?? []
  if (after.length === 0) return { part: null, after }
  const text = hardshipText(after)
  const changed = text !== openFact(keys, entry, 'hardships')
  return { part: { sealed: sealFact(keys, entry._id, 'hardships', text), changed }, after }
}

function checkRewritten(entry: LedgerEntry, parts: Pick<Correction, 'education' | 'intention'>, call: ClientCall) {
  const rewritten = rewrittenTexts(entry, parts)
  const texts = freeTexts({ education: parts.education, intention: parts.intention })
  for (const field of Object.keys(texts) as TextField[]) if (!rewritten.includes(field)) delete texts[field]
  return checkTexts(texts, call, field => `changes.${field}`)
}
