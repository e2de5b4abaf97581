import type { ComparisonSource } from '../../src/domain/ledger'
import { damaged } from './damage'
import { Later } from './later'
import { anotherName, madeUp, respelled, retyped } from './people'
import { oneOf, Random } from './random'
import { rosterOf } from './roster'
import { DEPARTMENTS, type Content } from './sayings'
import type { DepartmentRow } from './truth'

/** Of a thousand rows of any department's list. */
const PLANTED = { damagedId: 20, otherName: 5, twiceTheSame: 5, twiceWithOtherName: 2, respelled: 30 }
/** People of a department's list, of a thousand, who are on no roster. */
const STRANGERS = 10
const FIRST_STRANGER = 10_000_000

/**
 * A department's list about the people of a roster, and some others, with what must come of each row when it is compared with a
 * ledger that has taken in that roster.
 */
export function* departmentList(source: ComparisonSource, seed: number, rows: number): Generator<DepartmentRow> {
  const { of, contents } = DEPARTMENTS[source]
  const random = new Random(seed + source.length * 7_777)
  const later = new Later<DepartmentRow>(random, 60)
  for (const { n, first, listed } of rosterOf(seed, rows)) {
    if (!first || !random.perMille(of)) continue
    yield* rowsOf(n, listed !== undefined, contents(random), random, later)
    if (random.perMille(STRANGERS)) yield* rowsOf(FIRST_STRANGER + n, false, contents(random), random, later)
    const again = later.due()
    if (again) yield again
  }
  for (let rest = later.due(true); rest; rest = later.due(true)) yield rest
}

function* rowsOf(
  n: number,
  known: boolean,
  content: Content,
  random: Random,
  later: Later<DepartmentRow>,
): Generator<DepartmentRow> {
  const { idNumber, name } = madeUp(n)
  const cells = (number = idNumber, called = name, what = content.cells) => [called, number, ...what]
  const found = known ? 'changed' : 'notFound'
  const about = known && content.said ? { about: { idNumber, said: content.said } } : {}
  if (content.refused !== undefined) return void (yield { cells: cells(), outcome: 'refused', column: content.refused })
  if (content.disputed) {
    later.add({ cells: cells(idNumber, name, content.disputed), outcome: 'refused', column: '证件号码' })
    return void (yield { cells: cells(), outcome: 'refused', column: '证件号码' })
  }
  if (content.further) {
    later.add({ cells: cells(idNumber, name, content.further), outcome: known ? 'same' : 'notFound' })
    return void (yield { cells: cells(), outcome: found, ...about })
  }
  switch (oneOf(random, PLANTED)) {
    case 'damagedId':
      return void (yield { cells: cells(damaged(idNumber, random)), outcome: 'refused', column: '证件号码' })
    case 'otherName': {
      const differs = { idNumber, said: { result: 'nameDiffers' as const } }
      return void (yield {
        cells: cells(idNumber, anotherName(name)),
        outcome: found,
        ...(known ? { about: differs } : {}),
      })
    }
    case 'twiceTheSame':
      later.add({ cells: cells(retyped(idNumber, random)), outcome: 'same' })
      return void (yield { cells: cells(), outcome: found, ...about })
    case 'twiceWithOtherName':
      later.add({ cells: cells(idNumber, anotherName(name)), outcome: 'refused', column: '证件号码' })
      return void (yield { cells: cells(), outcome: 'refused', column: '证件号码' })
    case 'respelled':
      return void (yield {
        cells: cells(retyped(idNumber, random), respelled(name, random)),
        outcome: found,
        ...about,
      })
    case undefined:
      yield { cells: cells(), outcome: found, ...about }
  }
}
