import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

/** What an invocation token says. Signed, so that a gateway that has just been restarted knows it again. */
const claimsSchema = z.strictObject({
  invocation: z.string(),
  fn: z.string(),
  openid: z.string().optional(),
  source: z.string(),
  /** Real time in ms after which the token is void. */
  until: z.number(),
})

export type InvocationClaims = z.infer<typeof claimsSchema>

export const newInvocationId = (): string => randomUUID()

export function signToken(claims: InvocationClaims, secret: string): string {
  const body = Buffer.from(JSON.stringify(claims)).toString('base64url')
  return `${body}.${signature(body, secret)}`
}

/** @returns undefined for a token that is forged, damaged or past its time */
export function readToken(token: unknown, secret: string, realNow: number): InvocationClaims | undefined {
  if (typeof token !== 'string') return undefined
  const [body, sign, ...rest] = token.split('.')
  if (body === undefined || sign === undefined || rest.length > 0 || !sameText(sign, signature(body, secret)))
    return undefined
  const claims = claimsSchema.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')))
  return claims.success && claims.data.until > realNow ? claims.data : undefined
}

/** Signs access to one stored file for one method until a moment (real time, ms). */
export function signFileAccess(method: 'GET' | 'PUT', path: string, until: number, secret: string): string {
  return `${until}.${signature(`${method} ${path} ${until}`, secret)}`
}

export function mayAccessFile(
  access: unknown,
  method: 'GET' | 'PUT',
  path: string,
  secret: string,
  realNow: number,
): boolean {
  if (typeof access !== 'string') return false
  const until = Number(access.split('.')[0])
  return Number.isSafeInteger(until) && until > realNow && sameText(access, signFileAccess(method, path, until, secret))
}

/** The app's secret on this cloud, which a function needs for an access token of WeChat's. */
export const appSecretOf = (secret: string): string => signature('app secret', secret)

const signature = (text: string, secret: string): string =>
  createHmac('sha256', secret).update(text).digest('base64url')

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
