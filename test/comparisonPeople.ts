import { idKeyOf, searchToken, type Keys } from '../cloudfunctions/kernel/crypto'
import { sealFact } from '../cloudfunctions/kernel/sealing'
import { lastFour } from '../src/domain/person'
import { newEntry, type LedgerEntry } from '../src/domain/ledger'
import { filing } from '../src/domain/ledger/forTests'
import { csvOf, listedPerson } from './rosterFile'

/** Headings of each department's list as the template has them. */
export const HEADINGS = {
  publicSecurity: ['姓名', '证件号码', '户籍地', '死亡日期'],
  civilAffairs: ['姓名', '证件号码', '救助类别'],
  disability: ['姓名', '证件号码', '残疾等级'],
  socialInsurance: ['姓名', '证件号码', '参保状态', '参保日期', '停保日期', '单位名称', '统一社会信用代码'],
} as const

/** A row of made-up person `n` for a department's list, under another name where one is given. */
export const rowOf = (n: number, cells: readonly string[], name = listedPerson(n).name): string[] => [
  name,
  listedPerson(n).idNumber,
  ...cells,
]

export const listCsv = (source: keyof typeof HEADINGS, rows: readonly (readonly string[])[]): string =>
  csvOf(rows, HEADINGS[source])

/** Made-up person `n` in the ledger, who filed an unemployment registration or was named by a list only. */
export function personOf(n: number, keys: Keys, how: 'filed' | 'listed' = 'filed'): LedgerEntry {
  const { idNumber, name } = listedPerson(n)
  const id = `entry-${String(n).padStart(5, '0')}`
  const phone = `139${String(n).padStart(8, '0')}`
  const entry = newEntry(
    filing({
      id,
      no: `QH24-${String(n).padStart(4, '0')}-TEST`,
      account: how === 'filed' ? `o-${n}` : `none:${id}`,
      idKey: idKeyOf(keys, '01', idNumber),
      kind: 'unemployment',
      declarations: ['truthful', 'jobless', 'seekingWork'],
      sealed: {
        idType: '01',
        idNumber: sealFact(keys, id, 'idNumber', idNumber),
        name: sealFact(keys, id, 'name', name),
        phone: sealFact(keys, id, 'phone', phone),
      },
      search: [
        searchToken(keys, 'name', name),
        searchToken(keys, 'phone', phone),
        searchToken(keys, 'lastFour', lastFour(idNumber)),
      ],
    }),
  )
  if (how === 'filed') return entry
  const { handlingDistrict: _d, handlingBy: _b, ...rest } = entry
  const roster = {
    education: entry.education,
    batch: 'july',
    asOf: '2024-07-31',
    hash: `h${n}`,
  }
  return { ...rest, source: 'roster', registrations: [], roster }
}
