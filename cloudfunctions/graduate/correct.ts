import type { graduateContract } from '../../src/contract'
import {
  classify,
  correct as decide,
  isOpen,
  KIND_NAMES,
  NO_FINDINGS,
  notRegistered,
  openRegistration,
  rewrittenTexts,
  versionConflict,
  type Correction,
  type LedgerEntry,
  type TextField,
} from '../../src/domain/ledger'
import { normalisePhone, parseIdentity, type IdType } from '../../src/domain/person'
import {
  checkEligibility,
  factsFromForm,
  KINDS,
  type EligibilityFacts,
  type Kind,
  type RegistrationForm,
} from '../../src/domain/registration'
import { beijingDate, type BeijingDate } from '../../src/domain/time'
import { searchToken, type Keys } from '../kernel/crypto'
import { applyPending } from '../kernel/effects'
import type { ClientCall, ParsedInputOf } from '../kernel/procedure'
import { invalid, Refusal } from '../kernel/refusal'
import { phoneOfCode } from '../kernel/wechat'
import { governing } from './data'
import { objection } from './eligible'
import { checkTexts, freeTexts } from './freeTexts'
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

/** The rules' answer for the corrected person. Throws NOT_ELIGIBLE where an open registration would lose its ground. */
function classifyCorrected(
  entry: LedgerEntry,
  parts: Pick<Correction, 'education' | 'intention' | 'situation'>,
  hardships: EligibilityFacts['hardships'],
  on: BeijingDate,
  keys: Keys,
) {
  const campaign = governing(on)
  const corrected = { ...entry, ...parts }
  const rules = (of: LedgerEntry, kind: Kind) =>
    checkEligibility({ kind, facts: factsOf(of, kind, hardships, keys, on), on, campaign })
  for (const kind of KINDS) {
    if (!openRegistration(entry, kind)) continue
    const after = rules(corrected, kind)
    if (after.outcome === 'no' && rules(entry, kind).outcome !== 'no')
      throw new Refusal(
        'NOT_ELIGIBLE',
        `改成这样就不符合${KIND_NAMES[kind]}的条件了：${objection(after)}。情况真有变化，请先撤回${KIND_NAMES[kind]}，再来改`,
      )
  }
  const kind = entry.registrations.filter(isOpen).at(-1)?.kind ?? 'jobSeeking'
  return classify(rules(corrected, kind), corrected.education, on, campaign)
}

/** The facts an entry states, as its registration of a kind declared them. */
function factsOf(
  entry: LedgerEntry,
  kind: Kind,
  hardships: EligibilityFacts['hardships'],
  keys: Keys,
  on: BeijingDate,
): EligibilityFacts {
  const registration = openRegistration(entry, kind)
  const idType = entry.sealed.idType as IdType
  const identity = parseIdentity(idType, openFact(keys, entry, 'idNumber') ?? '', on)
  const unemployed = openRegistration(entry, 'unemployment')
  const form = {
    person: { bornOn: entry.bornOn },
    education: entry.education,
    intention: entry.intention,
    situation: entry.situation,
    declarations: registration?.declarations ?? [],
    basis: registration?.basis,
    sensitive: { hardships },
  } as unknown as RegistrationForm
  return {
    ...factsFromForm(form, identity),
    ...(unemployed?.effectiveFrom ? { registeredUnemployedSince: unemployed.effectiveFrom } : {}),
  }
}
