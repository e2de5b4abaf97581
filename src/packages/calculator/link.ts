import { BeijingDateSchema, type BeijingDate } from '../../domain/time'

/** What is looked at: never whose answers, never what came out. */
export interface Look {
  /** The day whose rules are asked; absent: today. */
  on?: BeijingDate
  /** Ids of the policies somebody has picked out, or their numbers: P10. */
  policies?: readonly string[]
}

export type CalculatorPage = 'index' | 'result' | 'answers' | 'recap' | 'employer' | 'policies' | 'policy' | 'checklist'

/** A page's address within the program. */
export function addressOf(
  page: CalculatorPage,
  { on, policies = [] }: Look,
  more: Record<string, string> = {},
): string {
  const query = {
    ...more,
    ...(on ? { on } : {}),
    ...(policies.length > 0 ? { p: policies.join(',') } : {}),
  }
  const text = Object.entries(query).map(([key, value]) => `${key}=${encodeURIComponent(value).replace(/%2C/g, ',')}`)
  return `/packages/calculator/${page}/index${text.length > 0 ? `?${text.join('&')}` : ''}`
}

/** More than anybody picks out; an address is anybody's to write. */
const MOST = 60

/** What an address asks for; a day or an id nobody can read is left out. */
export function lookOf(params: Partial<Record<string, string>>): Look {
  const on = BeijingDateSchema.safeParse(params.on)
  const policies = readable(params.p ?? '')
    .split(',')
    .filter(id => /^[A-Z]\d+(-[a-z0-9-]+)?$/.test(id))
    .slice(0, MOST)
  return { ...(on.success ? { on: on.data } : {}), ...(policies.length > 0 ? { policies } : {}) }
}

/** WeChat hands a query on as it stands in the address, a browser decoded. */
function readable(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

/** Said where somebody has sent policies and none of them is in the book, any more or at all. */
export const goneWords = ({ policies = [] }: Look, found: readonly unknown[]): string | undefined =>
  policies.length > 0 && found.length === 0 ? '发来的政策，这里没有收' : undefined

/** Ids of the book that were picked out, in its order: P10 stands for every policy of that number. */
export function pickedFrom<P extends { id: string }>(policies: readonly P[], picked: readonly string[] = []): P[] {
  return policies.filter(({ id }) => picked.some(one => id === one || id.startsWith(`${one}-`)))
}
