import { View } from '@tarojs/components'
import * as react from 'react'
import * as phone from '../../../test/pages/taro'
import taro, { answerWith, fillStorage, forgetAll } from '../../../test/pages/taro'
import { render } from '../../../test/pages/render'
import { RULES, TEXTS } from './forTests'

jest.mock('../../../dist/data/policyRules.json', () => jest.requireActual<{ RULES: unknown }>('./forTests').RULES)
jest.mock('../../../dist/data/policyTexts.json', () => jest.requireActual<{ TEXTS: unknown }>('./forTests').TEXTS)

const NEWER = { rules: { ...RULES, version: 'newer0000002' }, texts: { ...TEXTS, version: 'newer0000002' } }
const OFFLINE = () => Promise.reject({ errMsg: 'request:fail' } as unknown as Error)
/** Rules that a program of later days reads. */
function withNewWord(): unknown {
  const [first, ...others] = NEWER.rules.policies
  const versions = first!.versions.map(version => ({ ...version, when: { most: [{ fact: 'insuredMonths' }] } }))
  return { ...NEWER.rules, policies: [{ ...first, versions }, ...others] }
}
const asked: unknown[] = []
const cloudHands = (data: object) =>
  answerWith(({ name, data: event }) => {
    asked.push({ name, event })
    return Promise.resolve({ ok: true, data })
  })

/** Starts the program anew, and tells which rules a page then reads. */
async function start(): Promise<string> {
  let version = ''
  await jest.isolateModulesAsync(async () => {
    // the same phone, and the same page drawn: only what the program remembers is new
    jest.doMock('react', () => react)
    jest.doMock('@tarojs/taro', () => phone)
    const { useBook } = await import('./book')
    const Version = () => <View>{useBook()?.rules.version ?? ''}</View>
    const page = render(<Version />)
    await page.settle()
    version = page.text()
    void page.leave()
  })
  return version
}

beforeEach(() => {
  forgetAll()
  asked.length = 0
})

describe('the rules a phone uses', () => {
  it('are the package’s, and nothing but their version is told to ask for newer ones', async () => {
    cloudHands({ version: RULES.version })
    expect(await start()).toBe(RULES.version)
    expect(asked).toEqual([
      { name: 'catalogue', event: { action: 'policies.rules', input: { version: RULES.version } } },
    ])
  })
  it('are newer ones as soon as there are, from then on, without a net too', async () => {
    cloudHands({ version: NEWER.rules.version, ...NEWER })
    expect(await start()).toBe('newer0000002')
    answerWith(OFFLINE)
    expect(await start()).toBe('newer0000002')
  })
  it('are the package’s again where the cloud goes back to them', async () => {
    cloudHands({ version: NEWER.rules.version, ...NEWER })
    await start()
    cloudHands({ version: RULES.version, rules: RULES, texts: TEXTS })
    expect(await start()).toBe(RULES.version)
    answerWith(OFFLINE)
    expect(await start()).toBe(RULES.version)
  })
  it.each([
    ['rules', { ...NEWER, rules: { ...NEWER.rules, derived: [] } }],
    ['texts', { ...NEWER, texts: { ...NEWER.texts, facts: {} } }],
    ['everything', { rules: 'nothing', texts: null }],
    ['a word this program doesn’t know yet', { ...NEWER, rules: withNewWord() }],
    ['nothing but a version', {}],
  ])('stay what they are where %s came broken, and the broken ones are not kept', async (_, broken) => {
    cloudHands({ version: 'newer0000002', ...broken })
    expect(await start()).toBe(RULES.version)
    answerWith(OFFLINE)
    expect(await start()).toBe(RULES.version)
  })
  it.each([
    [
      'half of what was kept',
      { over: RULES.version, rules: { ...NEWER.rules, policies: undefined }, texts: NEWER.texts },
    ],
    ['rules without their texts', { over: RULES.version, rules: NEWER.rules }],
    ['what another package kept', { over: 'older0000000', ...NEWER }],
    ['something else', 'x'],
    ['nothing', null],
  ])('are the package’s where the phone holds %s', async (_, kept) => {
    await taro.setStorage({ key: 'qihang.policyBook', data: kept })
    answerWith(OFFLINE)
    expect(await start()).toBe(RULES.version)
  })
  it('are newer ones for now where the phone has no room to keep them', async () => {
    fillStorage()
    cloudHands({ version: NEWER.rules.version, ...NEWER })
    expect(await start()).toBe('newer0000002')
    answerWith(OFFLINE)
    expect(await start()).toBe(RULES.version)
  })
  it('without a net are the package’s', async () => {
    answerWith(OFFLINE)
    expect(await start()).toBe(RULES.version)
  })
})
