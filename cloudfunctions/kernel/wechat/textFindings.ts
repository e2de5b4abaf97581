import type { TextField, TextFindings } from '../../../src/domain/ledger'
import { Refusal } from '../refusal'
import { checkContent, LONGEST_CHECKED_TEXT } from './contentCheck'
import type { OpenApi } from './openApi'

type Texts = Partial<Record<TextField, string>>

const REFUSED = '这里有不能发布的内容，请改一下再交'

/** The texts that a refused whole is refused for: each is asked about alone; all of them where none is risky alone. */
async function riskyOnes(openapi: OpenApi, openid: string, texts: [TextField, string][]): Promise<TextField[]> {
  if (texts.length === 1) return texts.map(([field]) => field)
  const verdicts = await Promise.all(texts.map(([, text]) => checkContent(openapi, openid, text)))
  const risky = texts.flatMap(([field], i) => (verdicts[i] === 'risky' ? [field] : []))
  return risky.length > 0 ? risky : texts.map(([field]) => field)
}

/**
 * Checks free texts, all in one call where they fit. Throws CONTENT_REFUSED, naming the fields by `pathOf`, where they may not
 * be stored; otherwise says which need staff and which need another check.
 */
export async function findingsOn(
  openapi: OpenApi,
  openid: string,
  texts: Texts,
  pathOf: (field: TextField) => string,
): Promise<TextFindings> {
  const entries = Object.entries(texts) as [TextField, string][]
  if (entries.length === 0) return { review: [], unchecked: [] }
  const whole = entries.map(([, text]) => text).join('\n')
  const batches = whole.length <= LONGEST_CHECKED_TEXT ? [entries] : entries.map(entry => [entry])
  const review: TextField[] = []
  const unchecked: TextField[] = []
  for (const batch of batches) {
    const fields = batch.map(([field]) => field)
    const verdict = await checkContent(openapi, openid, batch.map(([, text]) => text).join('\n'))
    if (verdict === 'risky') {
      const risky = await riskyOnes(openapi, openid, batch)
      throw new Refusal('CONTENT_REFUSED', REFUSED, Object.fromEntries(risky.map(field => [pathOf(field), REFUSED])))
    }
    if (verdict === 'review') review.push(...fields)
    if (verdict === 'unavailable') unchecked.push(...fields)
  }
  return { review, unchecked }
}
