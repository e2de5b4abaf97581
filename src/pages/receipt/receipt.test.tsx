import { OWN_ENTRY } from '../../../test/pages/ownEntry'
import { render } from '../../../test/pages/render'
import { answerDialog, answerWith, asked, forgetAll, openWith } from '../../../test/pages/taro'
import { keepReceipt } from '../../cloud/kept'
import { forgetAnswer } from '../../cloud/telling'
import type { OwnEntry } from '../../contract/graduate'
import { registrationNumber, REGISTRATION_NUMBER_BYTES, type Receipt as Slip } from '../../domain/registration'
import Receipt from '.'

const slip: Slip = {
  no: registrationNumber(new Uint8Array(REGISTRATION_NUMBER_BYTES), '2024-08-20'),
  kind: 'unemployment',
  handlingDistrict: 'chaoyang',
  status: 'filed',
  filedAt: '2024-08-20T01:41:00.000Z',
}
const entry: OwnEntry = {
  ...OWN_ENTRY,
  no: slip.no,
  registrations: [
    { kind: 'unemployment', basis: 'residence', district: 'chaoyang', status: 'filed', filedAt: slip.filedAt },
  ],
  nextDue: '2024-09-19',
}

async function open() {
  const page = render(<Receipt />)
  await page.settle()
  return page
}
const cloudHolds = (held: OwnEntry | null) => answerWith(() => Promise.resolve({ ok: true, data: { entry: held } }))

beforeEach(forgetAll)

describe('a receipt', () => {
  it('is there at once, without a net', async () => {
    await keepReceipt(slip)
    answerWith(() => Promise.reject({ errMsg: 'request:fail' } as unknown as Error))
    const page = await open()
    expect(page.text()).toMatch(new RegExp(`交上去了.*${slip.no}.*受理中`))
    // it may have been accepted since
    expect(page.text()).toContain('没读到最新的')
    cloudHolds(entry)
    await page.tap('button', '再试一次')
    await page.settle()
    expect(page.text()).not.toContain('没读到最新的')
  })

  it('names the days that count: filed, from when it counts, ended', async () => {
    cloudHolds({
      ...entry,
      registrations: [{ ...entry.registrations[0]!, status: 'active', effectiveFrom: '2024-08-22' }],
    })
    expect((await open()).text()).toMatch(/提交2024年8月20日 9:41.*起算2024年8月22日/)
    cloudHolds({
      ...entry,
      registrations: [{ ...entry.registrations[0]!, status: 'ended', endedAt: '2024-09-01T16:30:00.000Z' }],
    })
    expect((await open()).text()).toMatch(/提交2024年8月20日 9:41.*结束2024年9月2日/)
  })

  it('just filed, leads back to the first page and to no empty form; opened from there, it only closes', async () => {
    cloudHolds(entry)
    await (await open()).back()
    expect(asked).toContainEqual({ name: 'switchTab', options: { url: '/pages/home/index' } })
    openWith({ kind: 'unemployment' })
    await expect((await open()).back()).rejects.toThrow('leaves the page')
  })

  it('promises a day only where the ledger holds one', async () => {
    cloudHolds(entry)
    expect((await open()).text()).toContain('9月19日前')
    cloudHolds({ ...entry, nextDue: undefined })
    expect((await open()).text()).not.toMatch(/月\d+日前/)
  })

  it('of a registration that has ended does not say that it stands, whatever the phone kept', async () => {
    await keepReceipt(slip)
    openWith({ kind: 'unemployment' })
    cloudHolds({ ...entry, registrations: entry.registrations.map(one => ({ ...one, status: 'ended' as const })) })
    const text = (await open()).text()
    expect(text).toContain('这项登记结束了')
    expect(text).not.toMatch(/交上去了|受理中|给你打电话/)
  })

  it('is not shown to whom the cloud does not know', async () => {
    await keepReceipt(slip)
    cloudHolds(null)
    expect((await open()).text()).toContain('这里还没有登记')
  })
})

describe('being told of the acceptance', () => {
  const ID = 'TEMPLATE-REGISTRATION-ACCEPTED'
  const called: unknown[] = []
  beforeEach(() => {
    called.length = 0
    answerWith(({ data }) => {
      const { action, input } = data as { action: string; input: unknown }
      if (action === 'registration.mine') return Promise.resolve({ ok: true, data: { entry } })
      called.push(input)
      return Promise.resolve({ ok: true, data: { allowed: { registrationAccepted: 1 } } })
    })
  })
  const askedInTap = () => asked.filter(({ name }) => name === 'requestSubscribeMessage')

  it('is asked inside the tap, recorded, and not asked again', async () => {
    answerDialog({ [ID]: 'accept' })
    const page = await open()
    const tapped = page.tap('button', '受理了告诉我')
    // WeChat refuses a dialog that comes after any wait
    expect(askedInTap()).toHaveLength(1)
    await tapped
    await page.settle()
    expect(called).toEqual([{ answers: [{ template: 'registrationAccepted', answer: 'accept' }] }])
    expect(page.text()).toContain('会发一条微信消息给你')
    const again = await open()
    expect(again.text()).toContain('会发一条微信消息给你')
  })

  it('after a no, the page says how it goes on, now and later', async () => {
    answerDialog({ [ID]: 'reject' })
    const page = await open()
    await page.tap('button', '受理了告诉我')
    await page.settle()
    expect(page.text()).toContain('打开启航就看得到')
    expect((await open()).text()).toContain('改主意了')
  })

  it('with all messages switched off, it says where to switch them on, and records nothing', async () => {
    answerDialog({ errCode: 20004 })
    const page = await open()
    await page.tap('button', '受理了告诉我')
    await page.settle()
    expect(page.text()).toContain('订阅消息')
    expect(called).toEqual([])
  })

  it('that was allowed for an earlier registration is asked again for the next', async () => {
    answerDialog({ [ID]: 'accept' })
    const page = await open()
    await page.tap('button', '受理了告诉我')
    await page.settle()
    await forgetAnswer('registrationAccepted')
    expect((await open()).find('button', '受理了告诉我')).toBeDefined()
  })

  it('is not offered where there is nothing to wait for', async () => {
    cloudHolds({ ...entry, registrations: entry.registrations.map(one => ({ ...one, status: 'active' as const })) })
    expect((await open()).text()).not.toContain('受理了告诉我')
  })
})
