import { OWN_ENTRY } from '../../../../test/pages/ownEntry'
import { render } from '../../../../test/pages/render'
import { answerWith, asked, forgetAll } from '../../../../test/pages/taro'
import type { OwnEntry } from '../../../contract/graduate'
import Identity from '.'

const checkable: OwnEntry = { ...OWN_ENTRY, faceCheck: true }
const refused = (message: string) => ({ ok: false, error: { code: 'NOT_ALLOWED', message, requestId: 'r1' } })
const begun = { ok: true, data: { verifyId: 'v-1' } }
const verified = { ok: true, data: { version: 4, entry: { ...checkable, assurance: 'verified' } } }

let called: string[] = []
/** What the person does in front of WeChat's camera. */
let camera: (options: { verifyId: string; success: () => void; fail: (error: { errCode?: number }) => void }) => void

beforeEach(() => {
  forgetAll()
  called = []
  camera = ({ success }) => success()
  Object.assign(globalThis, { wx: { requestFacialVerify: (options: Parameters<typeof camera>[0]) => camera(options) } })
})

async function open(entry: OwnEntry | null, answers: Record<string, unknown> = {}) {
  answerWith(({ data }) => {
    const { action, input } = data as { action: string; input: { verifyId?: string } }
    called.push([action, input.verifyId].filter(Boolean).join(' '))
    return Promise.resolve(action === 'registration.mine' ? { ok: true, data: { entry } } : answers[action])
  })
  const page = render(<Identity />)
  await page.settle()
  return page
}

describe('a face check', () => {
  it('that WeChat recognises verifies the person, and what it brings is said', async () => {
    const page = await open(checkable, { 'identity.begin': begun, 'identity.finish': verified })
    expect(page.text()).toContain('现在是你自己填的')
    await page.tap('button', '刷脸核实', 3)
    await page.settle()
    expect(called).toEqual(['registration.mine', 'identity.begin', 'identity.finish v-1'])
    expect(page.text()).toContain('核实过，是你本人')
    expect(page.text()).not.toContain('不想刷脸')
  })

  it('that WeChat does not recognise changes nothing, and the cloud says what to do', async () => {
    const page = await open(checkable, {
      'identity.begin': begun,
      'identity.finish': refused('没认出来，换个亮的地方再试'),
    })
    await page.tap('button', '刷脸核实')
    await page.settle()
    expect(page.find('alert', /换个亮的地方/)).toBeDefined()
    expect(page.find('button', '刷脸核实')).toBeDefined()
  })

  it.each([
    [90002, '没做完，什么也没变'],
    [90007, '网断了'],
    [90008, '没打开摄像头'],
    [90109, '这部手机的微信刷不了脸'],
    [90018, '没认出来'],
    [undefined, '没认出来'],
  ])('that ended with %s says what to do and asks the cloud nothing', async (errCode, words) => {
    camera = ({ fail }) => fail({ errCode })
    const page = await open(checkable, { 'identity.begin': begun })
    await page.tap('button', '刷脸核实')
    await page.settle()
    expect(page.text()).toContain(words)
    expect(called).not.toContain('identity.finish v-1')
  })

  it('is told to be missing where WeChat is too old for it', async () => {
    Object.assign(globalThis, { wx: {} })
    const page = await open(checkable, { 'identity.begin': begun })
    await page.tap('button', '刷脸核实')
    await page.settle()
    expect(page.find('alert', /更新微信再试，或者去窗口/)).toBeDefined()
  })

  it('that the cloud cannot begin says so before any camera opens', async () => {
    camera = () => {
      throw new Error('no camera yet')
    }
    const page = await open(checkable, { 'identity.begin': refused('今天试得太多了，明天再来或者去窗口') })
    await page.tap('button', '刷脸核实')
    await page.settle()
    expect(page.find('alert', /明天再来或者去窗口/)).toBeDefined()
  })
})

describe('where there is no face check', () => {
  it('the counter of the district does it, and 12333 knows where', async () => {
    const page = await open(OWN_ENTRY)
    expect(page.text()).toContain('去朝阳区人社窗口')
    expect(page.text()).not.toContain('刷脸核实')
    await page.tap('button', /^打 12333/)
    expect(asked).toContainEqual({ name: 'makePhoneCall', options: { phoneNumber: '12333' } })
  })

  it('another document than the ID card is for the counter, and the reason is said', async () => {
    const page = await open({ ...OWN_ENTRY, person: { ...OWN_ENTRY.person, idType: '05' } })
    expect(page.text()).toContain('刷脸只认居民身份证')
  })
})

it('nobody is asked for a proof before there is a registration', async () => {
  expect((await open(null)).text()).toContain('还没有可以核实的')
})
