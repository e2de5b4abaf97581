import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { createHash, randomBytes } from 'node:crypto'

/** A phone code is good for five minutes and for one exchange. */
const PHONE_CODE_MS = 5 * 60_000
const FACE_SESSION_MS = 3_600_000

export interface SentMessage {
  at: string
  touser: string
  templateId: string
  page: string
  data: Record<string, string>
}

export interface FaceSession {
  verifyId: string
  openid: string
  outSeqNo: string
  /** The document's digest; neither name nor number is kept. */
  certHash: string
  issuedAt: number
  /** WeChat's verify_ret; undefined until the person has gone through the check. */
  outcome?: number
}

/** What WeChat itself would remember about people: visits, phone codes, consents, messages, face checks. */
export class Platform {
  constructor(private readonly database: DatabaseSyncInstance) {
    database.exec(`
      CREATE TABLE IF NOT EXISTS wx_visits (openid TEXT PRIMARY KEY, at INTEGER NOT NULL);
      CREATE TABLE IF NOT EXISTS wx_phone_codes (code TEXT PRIMARY KEY, phone TEXT NOT NULL, issued INTEGER NOT NULL);
      CREATE TABLE IF NOT EXISTS wx_consents (openid TEXT, template TEXT, accepted INTEGER NOT NULL, PRIMARY KEY (openid, template));
      CREATE TABLE IF NOT EXISTS wx_outbox (n INTEGER PRIMARY KEY, message TEXT NOT NULL);
      CREATE TABLE IF NOT EXISTS wx_faces (verify_id TEXT PRIMARY KEY, session TEXT NOT NULL);`)
  }

  noteVisit(openid: string, at: number): void {
    this.database
      .prepare('INSERT INTO wx_visits VALUES (?, ?) ON CONFLICT (openid) DO UPDATE SET at = excluded.at')
      .run(openid, at)
  }

  /** When this person last used the mini-program, ms. */
  lastVisit(openid: string): number | undefined {
    const row = this.database.prepare('SELECT at FROM wx_visits WHERE openid = ?').get(openid)
    return (row as { at: number } | undefined)?.at
  }

  /** What a tap on the phone button yields. The number is made up from the openid unless one is given. */
  issuePhoneCode(openid: string, phone: string | undefined, now: number): string {
    const code = randomBytes(16).toString('hex')
    const number = phone ?? madeUpPhone(openid)
    this.database.prepare('INSERT INTO wx_phone_codes VALUES (?, ?, ?)').run(code, number, now)
    return code
  }

  /** @returns the phone, once and within five minutes; undefined otherwise */
  redeemPhoneCode(code: string, now: number): string | undefined {
    const row = this.database.prepare('DELETE FROM wx_phone_codes WHERE code = ? RETURNING phone, issued').get(code)
    if (row === undefined) return undefined
    const { phone, issued } = row as { phone: string; issued: number }
    return now - issued <= PHONE_CODE_MS && now >= issued ? phone : undefined
  }

  /** One accept allows one message. */
  accept(openid: string, template: string): void {
    this.database
      .prepare(
        'INSERT INTO wx_consents VALUES (?, ?, 1) ON CONFLICT (openid, template) DO UPDATE SET accepted = accepted + 1',
      )
      .run(openid, template)
  }

  hasConsent(openid: string, template: string): boolean {
    const row = this.database
      .prepare('SELECT accepted FROM wx_consents WHERE openid = ? AND template = ?')
      .get(openid, template)
    return ((row as { accepted: number } | undefined)?.accepted ?? 0) > 0
  }

  send(message: SentMessage): void {
    this.database
      .prepare('UPDATE wx_consents SET accepted = accepted - 1 WHERE openid = ? AND template = ?')
      .run(message.touser, message.templateId)
    this.database.prepare('INSERT INTO wx_outbox (message) VALUES (?)').run(JSON.stringify(message))
  }

  outbox(): SentMessage[] {
    const rows = this.database.prepare('SELECT message FROM wx_outbox ORDER BY n').all() as unknown as {
      message: string
    }[]
    return rows.map(row => JSON.parse(row.message) as SentMessage)
  }

  /** @returns the verify ID, or undefined where the app has used the number before */
  startFaceCheck(begun: Omit<FaceSession, 'verifyId'>): string | undefined {
    const used = this.database
      .prepare("SELECT 1 FROM wx_faces WHERE json_extract(session, '$.outSeqNo') = ?")
      .get(begun.outSeqNo)
    if (used !== undefined) return undefined
    const session: FaceSession = { verifyId: randomBytes(24).toString('base64url'), ...begun }
    this.saveFace(session)
    return session.verifyId
  }

  /** @returns the session while its verify ID is good (one hour), undefined otherwise */
  faceSession(verifyId: string, now: number): FaceSession | undefined {
    const row = this.database.prepare('SELECT session FROM wx_faces WHERE verify_id = ?').get(verifyId)
    if (row === undefined) return undefined
    const session = JSON.parse((row as { session: string }).session) as FaceSession
    return now - session.issuedAt <= FACE_SESSION_MS ? session : undefined
  }

  /** What the person did in front of the camera. @returns false when there is no such check for this person */
  finishFaceCheck(verifyId: string, openid: string, outcome: number, now: number): boolean {
    const session = this.faceSession(verifyId, now)
    if (session === undefined || session.openid !== openid) return false
    this.saveFace({ ...session, outcome })
    return true
  }

  private saveFace(session: FaceSession): void {
    this.database
      .prepare('INSERT OR REPLACE INTO wx_faces VALUES (?, ?)')
      .run(session.verifyId, JSON.stringify(session))
  }
}

/** A mobile number that looks right and belongs to the openid for good; the stand-in's own, never a real account's. */
function madeUpPhone(openid: string): string {
  const digest = createHash('sha256').update(openid).digest()
  return `199${String(digest.readUInt32BE(0) % 100_000_000).padStart(8, '0')}`
}
