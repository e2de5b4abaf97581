import { render } from '../../../test/pages/render'
import { answerWith, forgetAll, openWith } from '../../../test/pages/taro'
import { keepReceipt } from '../../cloud/kept'
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
  no: slip.no,
  version: 2,
  status: 'open',
  assurance: 'claimed',
  handlingDistrict: 'chaoyang',
  person: { idType: '01', idNumber: '110***********4524', name: '林**', phone: '138****2671' },
  education: { level: '21' },
  intention: { wantsWork: true },
  sensitiveStored: false,
  category: 'GRAD_2024',
  registrations: [
    { kind: 'unemployment', basis: 'residence', district: 'chaoyang', status: 'filed', filedAt: slip.filedAt },
  ],
  contactState: 'none',
  served: 0,
  nextDue: '2024-09-19',
  underReview: [],
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
    expect((await open()).text()).toMatch(new RegExp(`交上去了.*${slip.no}.*受理中`))
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
