import { population } from '../config/policy/population'
import { loadRules, placesIn, sayText, type Answers } from '../src/domain/policy'
import { policyFiles } from './forTests'
import { rulesOf, textsOf } from './policyBook'

/* What people read of the policies, with their own answers in its places. */

const files = policyFiles()
const book = { version: '', ...rulesOf(files) }
const texts = { version: '', ...textsOf(files) }
const calculator = loadRules(book)
const DAYS = ['2024-06-30', '2024-09-01', '2025-03-01', '2026-03-01']

/** Every answer left out that isn't asked, as on the phone. */
function askedOf(answers: Answers, on: string): Answers {
  const asked: Record<string, Answers[string]> = {}
  const day = calculator.on(on)
  for (const { id } of book.facts) if (day.isAsked(id, asked) !== 'no') asked[id] = answers[id]!
  return asked
}

test.each(DAYS)('on %s a no says what was said, and never that it isn’t known', on => {
  const day = calculator.on(on)
  const found = new Set<string>()
  for (const made of population(book.facts, on, 600, 7)) {
    const answers = askedOf(made, on)
    for (const { id, reasons } of day.evaluate(answers).results)
      for (const { condition, state } of reasons) {
        if (state !== 'no') continue
        const { no, change, never } = texts.policies[id]!.conditions[condition]!
        for (const said of [no, change ?? never!]) {
          if (placesIn(said).length > 0 && sayText(said, answers, texts, day).includes('不知道'))
            found.add(`${id} ${condition}: ${sayText(said, answers, texts, day)}`)
        }
      }
  }
  expect([...found]).toEqual([])
})
