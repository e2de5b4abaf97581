import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { loadRules, type Answers, type Evaluation, type RuleBook } from '../src/domain/policy'
import { atMost, type Measure } from './measure'
import { asJsonRules } from './policy/asJsonRules'
import { BY_HAND_ON, evaluateByHand, WRITTEN } from './policy/byHand'
import { completeProfiles } from './policy/profiles'
import { answersIn, mustAgree, whole, type Answer } from './policy/ways'

const SEED = 20240901
const PROFILES = 10_000
const WARM_UP = 500
/** How often a quick way goes over everybody: one round is too short to be measured. */
const ROUNDS = 20
const ENOUGH_TIMES = 100
const AS_PLAIN_CODE = 3
const RULES_KB = 15
const TEXTS_KB = 30

const json = (root: string, name: string): unknown =>
  JSON.parse(readFileSync(path.join(root, 'dist/data', name), 'utf8'))

/** The book as far as it is written by hand too; the rest is measured in no way. */
function measurable(book: RuleBook): RuleBook {
  const left = book.policies.filter(({ id }) => !WRITTEN.includes(id)).map(({ id }) => id)
  if (left.length === 0) return book
  process.stderr.write(`  not measured, for want of plain code in bench/policy/byHand: ${left.join(', ')}\n`)
  return {
    ...book,
    policies: book.policies
      .filter(({ id }) => WRITTEN.includes(id))
      .map(policy => ({
        ...policy,
        excludes: policy.excludes?.filter(({ policy: other }) => WRITTEN.includes(other)),
      })),
    steps: book.steps.filter(({ policy }) => policy === undefined || WRITTEN.includes(policy)),
  }
}

/** Processor time of a piece of work in ms: others may be at work on the machine. */
async function processorMs(work: () => void | Promise<void>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

/** Of two quick ways, in turns so that both have the machine alike, the time a profile in µs. */
async function inTurns(ways: readonly ((answers: Answers) => Evaluation)[], profiles: readonly Answers[]) {
  const spent = ways.map(() => 0)
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const [at, way] of ways.entries()) {
      let results = 0
      const ms = await processorMs(() => {
        for (const answers of profiles) results += way(answers).results.length
      })
      if (results === 0) throw new Error('nothing was evaluated')
      // the first warms up
      if (round > 0) spent[at]! += ms
    }
  return spent.map(ms => (ms * 1_000) / (ROUNDS * profiles.length))
}

/** Minified as it is shipped, with the rules in it. */
async function bundledKb(root: string, contents: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2018',
    charset: 'utf8',
    logLevel: 'error',
  })
  return gzipSync(outputFiles[0]!.contents, { level: 9 }).length / 1024
}

const ENGINE = `
export { loadRules } from './src/domain/policy/calculator'
export { readAnswers } from './src/domain/policy/readAnswers'
export { sayText } from './src/domain/policy/sayText'
export { default as rules } from './dist/data/policyRules.json'`

const figure = (name: string, value: number, unit: string): Measure => ({
  name,
  value: Math.round(value * 100) / 100,
  unit,
  goal: 'measured beside',
  ok: true,
})

/** The calculator over made-up people who have answered everything, beside json-rules-engine and plain code on the same rules. */
export async function measure(root: string): Promise<Measure[]> {
  const book = measurable(json(root, 'policyRules.json') as RuleBook)
  const calculator = loadRules(book)
  const rules = calculator.on(BY_HAND_ON)
  const evaluate = (answers: Answers): Evaluation => rules.evaluate(answers)
  const byHand = (answers: Answers): Evaluation => evaluateByHand(book.version, answers)
  const byJsonRules = asJsonRules(book, BY_HAND_ON)
  const profiles = completeProfiles(calculator, BY_HAND_ON, PROFILES, SEED)

  for (const answers of profiles.slice(0, WARM_UP)) await byJsonRules(answers)
  const told: Answer[][] = []
  const peerMs = await processorMs(async () => {
    for (const answers of profiles) told.push(await byJsonRules(answers))
  })
  profiles.forEach((answers, at) => {
    const evaluation = evaluate(answers)
    mustAgree(answersIn(evaluation), told[at]!, 'json-rules-engine')
    mustAgree(answersIn(evaluation), answersIn(byHand(answers)), 'plain code')
    mustAgree(whole(evaluation), whole(byHand(answers)), 'plain code')
  })
  const peer = (peerMs * 1_000) / profiles.length
  const [own, plain] = (await inTurns([evaluate, byHand], profiles)) as [number, number]
  const times = peer / own
  return [
    {
      name: 'policy: as fast as json-rules-engine',
      value: Math.round(times * 10) / 10,
      unit: '×',
      goal: `≥ ${ENOUGH_TIMES}`,
      ok: times >= ENOUGH_TIMES,
    },
    atMost('policy: time beside plain code', own / plain, AS_PLAIN_CODE, '×'),
    figure('policy: a profile by the calculator', own, 'µs'),
    figure('policy: a profile by plain code', plain, 'µs'),
    figure('policy: a profile by json-rules-engine', peer, 'µs'),
    atMost('policy: engine and rules', await bundledKb(root, ENGINE), RULES_KB, 'KB gzip'),
    atMost(
      'policy: texts',
      gzipSync(readFileSync(path.join(root, 'dist/data/policyTexts.json')), { level: 9 }).length / 1024,
      TEXTS_KB,
      'KB gzip',
    ),
  ]
}
