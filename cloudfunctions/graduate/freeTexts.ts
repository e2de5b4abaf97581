import { textsOf, type TextField, type TextFindings, type WithTexts } from '../../src/domain/ledger'
import type { ClientCall } from '../kernel/procedure'
import { findingsOn } from '../kernel/wechat'
import { isListedMajor, isListedSchool } from './data'

/** The texts somebody typed freely: not a school or major by a name from the catalogue. */
export function freeTexts(parts: WithTexts): Partial<Record<TextField, string>> {
  const texts = textsOf(parts)
  if (texts['education.school'] && isListedSchool(texts['education.school'])) delete texts['education.school']
  if (texts['education.major'] && isListedMajor(texts['education.major'])) delete texts['education.major']
  return texts
}

/** Has free texts checked under the caller's own account, which was seen just now. Throws CONTENT_REFUSED. */
export const checkTexts = (
  texts: Partial<Record<TextField, string>>,
  call: ClientCall,
  pathOf: (field: TextField) => string = field => field,
): Promise<TextFindings> => findingsOn(call.openapi, call.openid, texts, pathOf)
