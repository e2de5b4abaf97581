import { randomBytes, randomUUID } from 'node:crypto'
import {
  claimEntry,
  classify,
  fileAgain,
  firstContactDue,
  hardshipsOf,
  isBound,
  nameAgrees,
  newEntry,
  openRegistration,
  receiptOf,
  textsOf,
  type Filing,
  type LedgerEntry,
  type TextField,
  type TextFindings,
} from '../../src/domain/ledger'
import {
  contentOf,
  factsFromForm,
  registrationNumber,
  REGISTRATION_NUMBER_BYTES,
  type EligibilityFacts,
  type Receipt,
  type RegistrationForm,
} from '../../src/domain/registration'
import { beijingDate } from '../../src/domain/time'
import { contentKeyOf, idKeyOf } from '../kernel/crypto'
import { applyPending } from '../kernel/effects'
import type { Call, ClientCall } from '../kernel/procedure'
import { invalid, Refusal } from '../kernel/refusal'
import { DuplicateKey } from '../kernel/store'
import { phoneOfCode } from '../kernel/wechat'
import { districtName, governing } from './data'
import { requireEligible } from './eligible'
import { checkTexts, freeTexts } from './freeTexts'
import { hardshipText, openCertified, openFact, openHardships, sealFact, searchTokens } from '../kernel/sealing'
import { holdToConsent } from './hardshipConsent'
import { stated, type Stated } from './stated'

const NUMBER_TRIES = 3

/** The same words whether the number is bound to another account, in doubt, or doesn't agree with a list. */
const idBound = () =>
  new Refusal(
    'ID_BOUND',
    '这个证件号码现在不能用这个微信登记。如果证件是你本人的，请带证件到窗口，或打 12333，工作人员核对后帮你登记',
  )

const secondPerson = () =>
  new Refusal(
    'NOT_ALLOWED',
    '这个微信已经给一个人登记过了，一个微信只能登记一个人。请让本人用自己的微信登记，或者打 12333、到窗口办理',
  )

/** What a form states of a person who may register so, asked of nobody else. Throws INVALID_INPUT or NOT_ELIGIBLE. */
export function readForm(form: RegistrationForm, { now }: Call) {
  const today = beijingDate(now)
  const statement = stated(form, today)
  const facts = factsFromForm(form, statement.identity)
  requireEligible(form.kind, facts, today)
  return { statement, facts }
}

/**
 * Files a registration. The insert decides: the person and the account are unique in the ledger. Only where it is refused is
 * anything looked up, and the caller's own account first, so that no answer tells whether somebody else's number stands there.
 */
export async function file(form: RegistrationForm, call: ClientCall): Promise<{ receipt: Receipt }> {
  const { statement, facts } = readForm(form, call)
  const phone = statement.phone ?? (await phoneFromButton(form, call))
  if (typeof phone !== 'string') return phone
  const findings = await checkTexts(freeTexts(statement), call)
  const filingFor = filingMaker({ form, statement, facts, phone, findings, call })
  for (let attempt = 1; attempt <= NUMBER_TRIES; attempt += 1) {
    const filing = filingFor(undefined)
    const entry = newEntry(filing)
    try {
      await call.store.ledgerOf({ openid: call.openid }).insert(entry)
      await applyPending(entry, call)
      await holdToConsent(form.sensitive, call)
      return { receipt: receiptOf(entry, entry.registrations[0]!) }
    } catch (error) {
      if (!(error instanceof DuplicateKey)) throw error
      const receipt = await settle(filing, filingFor, call).catch(refusal => counted(refusal, call))
      if (receipt) {
        await holdToConsent(form.sensitive, call)
        return { receipt }
      }
      // neither person nor account stands there: only the number was taken
    }
  }
  throw new Error('no free registration number')
}

/** The number behind WeChat's phone button, or the receipt where this very filing was done and only its answer was lost. */
async function phoneFromButton(form: RegistrationForm, call: ClientCall): Promise<string | { receipt: Receipt }> {
  const answer = await phoneOfCode(call.openapi, form.person.phoneCode ?? '')
  if (answer.ok) return answer.phone
  // the code is good once: a repeated filing brings a spent one
  const entry = await call.store.ledgerOf({ openid: call.openid }).own()
  const done = entry?.registrations.find(({ kind, requestId }) => kind === form.kind && requestId === form.requestId)
  if (entry && done) return { receipt: receiptOf(entry, done) }
  throw invalid({ 'person.phoneCode': answer.message })
}

/** That a number can't be registered says that it stands here: an account hears it only a few times a day. */
async function counted(refusal: unknown, { store, openid, now }: ClientCall): Promise<never> {
  if (refusal instanceof Refusal && refusal.code === 'ID_BOUND') await store.accounts.countIdBound(openid, now)
  throw refusal
}

/** Where the insert was refused: a repetition, one more kind, a claim on a roster entry, or a refusal. */
async function settle(
  { idKey, nameToken }: Filing,
  filingFor: (entry: LedgerEntry | undefined) => Filing,
  call: ClientCall,
): Promise<Receipt | undefined> {
  const ledger = call.store.ledgerOf({ openid: call.openid })
  const own = await ledger.own()
  if (own && own.idKey !== idKey) throw secondPerson()
  if (own) {
    const decide = (entry = own) => fileAgain(entry, filingFor(entry))
    const { entry, receipt } = await ledger.change(ledger.own, decide, own)
    await applyPending(entry, call)
    return receipt
  }
  const city = call.store.ledgerOf('city')
  const holder = await city.findOne({ idKey })
  if (!holder) return undefined
  if (!isUnbound(holder) || !nameAgrees(holder, { nameToken })) throw idBound()
  const load = () => city.findOne({ _id: holder._id })
  const claim = (entry = holder) => {
    if (!isUnbound(entry) || !nameAgrees(entry, { nameToken })) throw idBound()
    return claimEntry(entry, filingFor(entry))
  }
  const { entry, receipt } = await city.change(load, claim, holder)
  await applyPending(entry, call)
  return receipt
}

/** Made from a list and claimed by no account yet, or released by staff. */
const isUnbound = (entry: LedgerEntry): boolean => !isBound(entry)

interface Parts {
  form: RegistrationForm
  statement: Stated
  facts: EligibilityFacts
  phone: string
  findings: TextFindings
  call: ClientCall
}

/** Makes the filing for a new entry, or for one that stands: seals are bound to the entry's id. */
function filingMaker({ form, statement, facts, phone, findings, call }: Parts) {
  const { keys, openid } = call
  const { identity, name, education, intention } = statement
  const today = beijingDate(call.now)
  const campaign = governing(today)
  const idKey = idKeyOf(keys, form.person.idType, identity.number)
  const search = searchTokens(keys, { name, phone, idNumber: identity.number })
  const contentKey = contentKeyOf(keys, contentOf({ ...form, person: { ...form.person, phone } }))
  const written = Object.keys(textsOf({ education, intention })) as TextField[]

  return (entry: LedgerEntry | undefined): Filing => {
    const id = entry?._id ?? randomUUID()
    const told = form.sensitive?.hardships ?? []
    // what another account had told goes with that account
    const before = entry && isBound(entry) ? openHardships(keys, entry) : []
    const hardships = told.length > 0 ? told : before
    const counting = entry ? hardshipsOf(hardships, openCertified(keys, entry)) : hardships
    const unemployed = entry && openRegistration(entry, 'unemployment')
    const known: EligibilityFacts = {
      ...facts,
      ...(counting.length > 0 ? { hardships: counting } : {}),
      ...(unemployed?.effectiveFrom ? { registeredUnemployedSince: unemployed.effectiveFrom } : {}),
    }
    const listed = entry && isUnbound(entry) && entry.source !== 'self'
    const rosterPhone = listed ? openFact(keys, entry, 'phone') : undefined
    return {
      id,
      no: registrationNumber(randomBytes(REGISTRATION_NUMBER_BYTES), today),
      account: openid,
      idKey,
      sealed: {
        idType: form.person.idType,
        idNumber: sealFact(keys, id, 'idNumber', identity.number),
        name: sealFact(keys, id, 'name', name),
        phone: sealFact(keys, id, 'phone', phone),
        ...(hardships.length > 0 ? { hardships: sealFact(keys, id, 'hardships', hardshipText(hardships)) } : {}),
        ...(rosterPhone ? { rosterPhone: sealFact(keys, id, 'rosterPhone', rosterPhone) } : {}),
        ...(entry?.sealed.rosterPhone ? { rosterPhone: entry.sealed.rosterPhone } : {}),
        ...(entry?.sealed.certified ? { certified: entry.sealed.certified } : {}),
        ...(entry?.sealed.employer ? { employer: entry.sealed.employer } : {}),
      },
      search,
      nameToken: search[0]!,
      ...(statement.bornOn === undefined ? {} : { bornOn: statement.bornOn }),
      kind: form.kind,
      basis: form.basis,
      district: form.handlingDistrict,
      districtName: districtName(form.handlingDistrict),
      requestId: form.requestId,
      contentKey,
      declarations: [...new Set(form.declarations)],
      education,
      intention,
      ...(form.situation ? { situation: form.situation } : {}),
      classification: classify(requireEligible(form.kind, known, today), education, today, campaign),
      firstContactDue: firstContactDue(campaign, today),
      findings,
      written,
      at: call.now.toISOString(),
      today,
    }
  }
}
