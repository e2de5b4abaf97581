import type { graduateContract } from '../../src/contract'
import { notRegistered, verify, type LedgerEntry } from '../../src/domain/ledger'
import { applyPending } from '../kernel/effects'
import type { ClientCall, ParsedInputOf } from '../kernel/procedure'
import { Refusal } from '../kernel/refusal'
import { openFact } from '../kernel/sealing'
import type { BegunFaceCheck } from '../kernel/store'
import { WeixinUnavailable, type FaceCheck, type FaceOf, type FaceOutcome } from '../kernel/wechat'
import { districtName } from './data'
import { faceCheckable } from './faceCheckable'
import { ownEntry } from './ownEntry'

type Finish = ParsedInputOf<(typeof graduateContract)['identity.finish']>

const counterOf = ({ handlingDistrict }: LedgerEntry): string =>
  `带证件到${handlingDistrict ? districtName(handlingDistrict) : '经办区'}的窗口，工作人员看一眼就行；不知道窗口在哪，打 12333`

/** What each failed outcome means, and what to do. */
const WHY: Record<Exclude<FaceOutcome, 'passed'>, string> = {
  leftEarly: '刷脸没有做完，身份还没核实。想好了可以再做一次',
  noCamera: '没有打开相机和麦克风，刷不了脸。在手机设置里允许微信用它们，再做一次',
  notSupported: '这部手机刷不了脸。换一部手机再试',
  unclear: '没看清脸。找个亮一点的地方，正对屏幕，再做一次',
  notSame: '没能认出是证件上的本人。摘掉口罩帽子再做一次',
  failed: '这次没有核实成。过一会儿再做一次',
}

async function ownOf(call: ClientCall): Promise<LedgerEntry> {
  const entry = await call.store.ledgerOf({ openid: call.openid }).own()
  if (entry) return entry
  const { code, message } = notRegistered().refusal
  throw new Refusal(code, message)
}

function personOf(entry: LedgerEntry, { keys, openid }: ClientCall): FaceOf {
  const [name, idNumber] = [openFact(keys, entry, 'name'), openFact(keys, entry, 'idNumber')]
  if (name === undefined || idNumber === undefined) throw new Error('an entry without name or number')
  return { openid, name, idNumber }
}

/** Asks WeChat; where there is no answer, the log says why and the person what to do. */
async function asked<T>(entry: LedgerEntry, call: ClientCall, ask: (faceCheck: FaceCheck) => Promise<T>): Promise<T> {
  const { faceCheck } = call
  if (!faceCheck || !faceCheckable(entry, call)) throw new Refusal('NOT_ALLOWED', `这里不能刷脸。${counterOf(entry)}`)
  try {
    return await ask(faceCheck)
  } catch (error) {
    if (!(error instanceof WeixinUnavailable)) throw error
    call.note(`face check: ${error.message}`)
    throw new Refusal('TRY_AGAIN', `微信刷脸现在用不了，过一会儿再试。着急的话，${counterOf(entry)}`)
  }
}

/** Opens WeChat's face check for the name and number of the caller's own entry, and remembers which check it was. */
export async function beginFaceCheck(_input: object, call: ClientCall) {
  const entry = await ownOf(call)
  if (entry.assurance === 'verified') throw new Refusal('NOT_ALLOWED', '身份已经核实过了，不用再做')
  const { verifyId, outSeqNo } = await asked(entry, call, faceCheck =>
    faceCheck.begin(personOf(entry, call), call.now.getTime()),
  )
  const { _id: entryId, idKey } = entry
  await call.store.faceChecks.begin(call.openid, { verifyId, outSeqNo, entryId, idKey, at: call.now.toISOString() })
  return { verifyId }
}

const isOf = (begun: BegunFaceCheck, entry: LedgerEntry): boolean =>
  begun.entryId === entry._id && begun.idKey === entry.idKey

const noSuchCheck = () => new Refusal('NOT_FOUND', '没有找到这次刷脸，可能在别的手机上又做了一次。再从头做一次')

/** Asks WeChat what came of the check this account began last; what the phone says takes no part. */
export async function finishFaceCheck({ verifyId }: Finish, call: ClientCall) {
  const entry = await ownOf(call)
  if (entry.assurance === 'verified') return { version: entry.version, entry: ownEntry(entry, call) }
  const begun = await call.store.faceChecks.begun(call.openid)
  if (begun?.verifyId !== verifyId || !isOf(begun, entry)) throw noSuchCheck()
  const outcome = await asked(entry, call, faceCheck =>
    faceCheck.outcome(begun, personOf(entry, call), call.now.getTime()),
  )
  if (outcome !== 'passed') throw new Refusal('NOT_ALLOWED', `${WHY[outcome]}，或者${counterOf(entry)}`)
  const note = { at: call.now.toISOString(), by: 'self', source: 'miniprogram', why: '本人刷脸核身' } as const
  const ledger = call.store.ledgerOf({ openid: call.openid })
  const { entry: verified } = await ledger.change(
    ledger.own,
    own => {
      // while WeChat was asked, the account may have come to hold another document's entry
      if (!own || !isOf(begun, own)) throw noSuchCheck()
      return verify(own, { note, proof: 'faceCheck' })
    },
    entry,
  )
  await call.store.faceChecks.end(call.openid)
  await applyPending(verified, call)
  return { version: verified.version, entry: ownEntry(verified, call) }
}
