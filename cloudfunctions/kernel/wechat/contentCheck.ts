import { errCodeOf, type OpenApi } from './openApi'

/** WeChat's verdict on a text. `unavailable`: no verdict was to be had, e.g. over quota, or the account not seen for two hours. */
export type ContentVerdict = 'pass' | 'risky' | 'review' | 'unavailable'

/** The longest text one check takes. */
export const LONGEST_CHECKED_TEXT = 2500
/** 资料: what people write about themselves. */
const PROFILE_SCENE = 1
const RISKY_CONTENT = 87014

/**
 * Asks WeChat (msgSecCheck, version 2) about one text of an account that was seen within two hours. An error code of 0
 * says nothing; the verdict is `suggest`.
 */
export async function checkContent(openapi: OpenApi, openid: string, content: string): Promise<ContentVerdict> {
  if (content.length > LONGEST_CHECKED_TEXT) return 'review'
  try {
    const answer = await openapi.security.msgSecCheck({ version: 2, scene: PROFILE_SCENE, openid, content })
    const suggest = (answer as { result?: { suggest?: unknown } } | undefined)?.result?.suggest
    return suggest === 'pass' || suggest === 'risky' || suggest === 'review' ? suggest : 'unavailable'
  } catch (error) {
    return errCodeOf(error) === RISKY_CONTENT ? 'risky' : 'unavailable'
  }
}
