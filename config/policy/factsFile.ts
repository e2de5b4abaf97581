import { readFileSync } from 'node:fs'
import { readAnswers, type Answers, type RuleBook } from '../../src/domain/policy'
import { InputFault } from './fault'
import { nearest } from './nearest'

/** `-` is what comes through the pipe. */
function textOf(file: string): string {
  try {
    // some editors begin a file with a mark of its encoding
    return readFileSync(file === '-' ? 0 : file, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    throw new InputFault(`${file}: 打不开（${(error as NodeJS.ErrnoException).code ?? String(error)}）`)
  }
}

/**
 * The facts of one person as a file says them: `{ "insuredMonths": 12, "leftJobBy": null }`; null is 不知道, what is left out
 * wasn't asked.
 *
 * @throws InputFault naming everything that can't be taken, and for an unknown name the one that was probably meant
 */
export function readFacts(file: string, { facts }: Pick<RuleBook, 'facts'>): Answers {
  let input: unknown
  try {
    const text = textOf(file)
    if (text.trim() === '') throw new InputFault(`${file}: 是空的，一项都没有答就写 {}`)
    input = JSON.parse(text)
  } catch (error) {
    if (error instanceof InputFault) throw error
    throw new InputFault(`${file}: 不是 JSON，写成 {"insuredMonths": 12} 这样`)
  }
  const read = readAnswers({ facts }, input)
  if ('answers' in read) return read.answers
  const names = facts.map(({ id }) => id)
  const faults = read.faults.map(({ fact, message }) => {
    if (fact === '') return `${file}: ${message}`
    if (names.includes(fact)) return `${file}: ${fact}: ${message}`
    const meant = nearest(fact, names)
    return `${file}: ${fact}: 没有这一项${meant ? `，是不是 ${meant}？` : '。'}全部见 npm run policy -- facts`
  })
  throw new InputFault(faults.join('\n'))
}
