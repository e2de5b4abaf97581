import { checkCharacter } from '../src/domain/person'

const SURNAMES = [...'林苏高周许何吕施张孔曹严华金魏陶姜戚谢邹']
const GIVEN = [...'知夏远晚安宁和清远然书言景行子墨怀瑾若谷']

/** A made-up person of any list. */
export interface ListedPerson {
  idNumber: string
  name: string
}

/** Made-up person `n`; a different `n` is a different person. */
export function listedPerson(n: number): ListedPerson {
  const day = new Date(Date.UTC(2001, 0, 1) + (n % 700) * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '')
  const first17 = `110105${day}${String(100 + Math.floor(n / 700)).padStart(3, '0')}`
  const pick = (from: readonly string[], by: number) => from[by % from.length]!
  const name = pick(SURNAMES, n) + pick(GIVEN, Math.floor(n / 7)) + pick(GIVEN, Math.floor(n / 3) + 5)
  return { idNumber: first17 + checkCharacter(first17), name }
}

/** Headings of a graduates' list as the template has them. */
export const ROSTER_HEADINGS = ['证件号码', '姓名', '学历', '毕业院校', '所学专业', '毕业日期', '毕业去向', '手机']

/** Graduate `n`'s row of such a list. */
export function rosterCells(n: number, over: Partial<Record<(typeof ROSTER_HEADINGS)[number], string>> = {}): string[] {
  const { idNumber, name } = listedPerson(n)
  const row: Record<string, string> = {
    证件号码: idNumber,
    姓名: name,
    学历: '大学本科',
    毕业院校: '北京工业大学',
    所学专业: '软件工程',
    毕业日期: '2024-07-01',
    毕业去向: n % 10 === 9 ? '签劳动合同' : '待就业',
    手机: `139${String(n).padStart(8, '0')}`,
    ...over,
  }
  return ROSTER_HEADINGS.map(heading => row[heading] ?? '')
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** CSV as programs write it: no protection against formulas. */
export const csvOf = (rows: readonly (readonly string[])[], headings: readonly string[] = ROSTER_HEADINGS): string =>
  [headings, ...rows].map(cells => cells.map(quoted).join(',')).join('\n') + '\n'

/** A whole list of `count` graduates. */
export const rosterCsv = (count: number, from = 0): string =>
  csvOf(Array.from({ length: count }, (_, n) => rosterCells(from + n)))
