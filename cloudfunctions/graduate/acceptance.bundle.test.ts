import { codeOf, formOf, good, openidOf, startCity, type City } from '../../test/city'

jest.setTimeout(120_000)

const TEMPLATE = 'TEMPLATE-REGISTRATION-ACCEPTED'
const SEND = 'subscribeMessage.send'

let city: City
beforeEach(async () => {
  city = await startCity({ now: '2024-09-02T09:00:00+08:00' })
})
afterEach(() => city?.cloud.stop())

/** Somebody whose unemployment registration waits. @returns its number */
async function waiting(n: number): Promise<string> {
  const openid = openidOf(n)
  await city.agree(openid)
  return good(await city.ask(openid, 'registration.file', formOf(n, { kind: 'unemployment' }))).receipt.no
}

/** A tap that allows one message: WeChat's dialog knows it, and the app tells us. */
async function allow(n: number) {
  await city.cloud.http('POST', '/wx/subscribe', { templateIds: [TEMPLATE] }, { 'x-wx-openid': openidOf(n) })
  const answers = [{ template: 'registrationAccepted', answer: 'accept' }]
  return good(await city.ask(openidOf(n), 'messages.answered', { answers })).allowed.registrationAccepted
}

const accept = (no: string) => city.operate('registration.accept', { no, reason: '窗口核对过' })
const pending = async () => (await city.ledger()).flatMap(entry => entry.pending)
const allowed = async () =>
  (await city.documents<{ messages?: { registrationAccepted?: number } }>('accounts')).map(
    account => account.messages?.registrationAccepted,
  )
/** What the ledger says became of the message, and whether the app says that WeChat never took it. */
const told = async () => [
  (await city.ledger())[0]?.told?.outcome,
  good(await city.ask(openidOf(1), 'registration.mine', {})).entry?.messageFailed,
]
const laterRun = async (now: string) => {
  await city.cloud.setClock(now)
  await city.cloud.runTimers('everyMinute')
}

describe('an accepted registration', () => {
  it('counts from today, and its person sees it and is told once', async () => {
    const no = await waiting(1)
    expect(await allow(1)).toBe(1)
    // as one reads it out on the phone
    const accepted = good(await accept(` ${no.toLowerCase().replace('-', '').replace('-', ' —')} `))
    expect(accepted).toMatchObject({ no, version: 2, effectiveFrom: '2024-09-02' })
    const { entry } = good(await city.ask(openidOf(1), 'registration.mine', {}))
    expect(entry?.registrations).toMatchObject([
      { kind: 'unemployment', status: 'active', effectiveFrom: '2024-09-02', acceptedAt: accepted.acceptedAt },
    ])
    expect(await city.cloud.outbox()).toEqual([
      {
        at: expect.any(String),
        touser: openidOf(1),
        templateId: TEMPLATE,
        page: 'pages/home/index',
        data: { thing1: '海淀区', date2: '2024年9月2日', thing3: expect.any(String) },
      },
    ])
    expect(JSON.stringify(await city.cloud.outbox())).not.toMatch(/失业|林知夏|QH24|1390000/)
    expect([await pending(), await allowed(), await told()]).toEqual([[], [0], ['sent', undefined]])
    expect(good(await city.ask(openidOf(1), 'registration.history', {}))[0]).toMatchObject({
      by: '市局经办人员',
      why: '窗口核对过',
    })
  })
  it('sent for acceptance again stays as it is, and nobody is told twice', async () => {
    const no = await waiting(1)
    await allow(1)
    await allow(1)
    const first = good(await accept(no))
    await city.cloud.setClock('2024-09-05')
    expect(good(await accept(no))).toEqual(first)
    expect(await city.cloud.outbox()).toHaveLength(1)
    expect(
      (await city.documents<{ action: string }>('audit')).filter(({ action }) => action === 'registration.accept'),
    ).toHaveLength(1)
  })
  it('is no error where its person has never allowed a message', async () => {
    expect(codeOf(await accept(await waiting(1)))).toBe('OK')
    expect([await city.cloud.outbox(), await pending()]).toEqual([[], []])
    expect(city.log('operator')).not.toMatch(/fault/)
  })
  it('is no error where WeChat no longer allows one, and the count is set right', async () => {
    const no = await waiting(1)
    const answers = [{ template: 'registrationAccepted', answer: 'accept' }]
    good(await city.ask(openidOf(1), 'messages.answered', { answers }))
    expect(codeOf(await accept(no))).toBe('OK')
    expect([await city.cloud.outbox(), await pending(), await allowed()]).toEqual([[], [], [0]])
    // whoever has used it up knows that no message can come
    expect(await told()).toEqual(['refused', undefined])
  })
  it('is refused with words for a number nobody has, or where nothing waits', async () => {
    await city.agree(openidOf(2))
    const { receipt } = good(await city.ask(openidOf(2), 'registration.file', formOf(2)))
    expect(await accept('QH24-AAAA-AAAA')).toMatchObject({
      error: { code: 'NOT_FOUND', message: expect.stringContaining('编号') },
    })
    expect(await accept(receipt.no)).toMatchObject({ error: { code: 'NOT_ALLOWED' } })
  })
})

describe('a message cut off', () => {
  it('by WeChat being down is sent later, once', async () => {
    const no = await waiting(1)
    await allow(1)
    await city.cloud.faults({ openapiDown: { [SEND]: 2 } })
    expect(codeOf(await accept(no))).toBe('OK')
    expect(await pending()).toMatchObject([{ kind: 'sendMessage' }])
    await laterRun('2024-09-02T09:05:00+08:00')
    expect(await city.cloud.outbox()).toEqual([])
    await laterRun('2024-09-02T09:10:00+08:00')
    await laterRun('2024-09-02T09:15:00+08:00')
    expect(await city.cloud.outbox()).toHaveLength(1)
    expect([await pending(), await allowed()]).toEqual([[], [0]])
  })
  it('is left to the scheduler by a second tap, since the first may still be sending it', async () => {
    const no = await waiting(1)
    await allow(1)
    await city.cloud.faults({ openapiDown: { [SEND]: 1 } })
    await accept(no)
    expect(codeOf(await accept(no))).toBe('OK')
    expect(await city.cloud.outbox()).toEqual([])
    await laterRun('2024-09-02T09:05:00+08:00')
    expect([(await city.cloud.outbox()).length, await pending()]).toEqual([1, []])
  })
  it.each([
    ['before WeChat was asked', 'killWorkerBeforeOpenapi'],
    ['after WeChat had sent it', 'killWorkerAfterOpenapi'],
  ] as const)('by a death of the process %s is there once', async (_name, fault) => {
    const no = await waiting(1)
    await allow(1)
    await city.cloud.faults({ [fault]: { [SEND]: 1 } })
    // the operator sees the call fail; what it decided stands
    await accept(no)
    expect((await city.ledger())[0]?.registrations).toMatchObject([{ status: 'active' }])
    expect(await pending()).toHaveLength(1)
    await laterRun('2024-09-02T09:05:00+08:00')
    await laterRun('2024-09-02T09:10:00+08:00')
    expect(await city.cloud.outbox()).toHaveLength(1)
    expect([await pending(), await allowed()]).toEqual([[], [0]])
    expect(codeOf(await accept(no))).toBe('OK')
  })
  it('for a week is given up, since the app has shown it long ago', async () => {
    const no = await waiting(1)
    await allow(1)
    await city.cloud.faults({ openapiDown: { [SEND]: 1000 } })
    await accept(no)
    await laterRun('2024-09-08T09:00:00+08:00')
    expect(await pending()).toHaveLength(1)
    expect(await told()).toEqual([undefined, undefined])
    await laterRun('2024-09-09T09:05:00+08:00')
    expect([await pending(), await allowed(), await told()]).toEqual([[], [1], ['failed', true]])
  })
  it('is not sent any more once the registration was withdrawn', async () => {
    const no = await waiting(1)
    await allow(1)
    await city.cloud.faults({ openapiDown: { [SEND]: 1 } })
    const { version } = good(await accept(no))
    good(await city.ask(openidOf(1), 'registration.withdraw', { version, kind: 'unemployment', reason: '找到工作了' }))
    expect([await city.cloud.outbox(), await pending()]).toEqual([[], []])
  })
})

it('what a person answers is counted by accepts alone', async () => {
  await city.agree(openidOf(1))
  const answer = (...answers: string[]) =>
    city.ask(openidOf(1), 'messages.answered', {
      answers: answers.map(each => ({ template: 'registrationAccepted', answer: each })),
    })
  expect(good(await answer('reject')).allowed).toEqual({ registrationAccepted: 0 })
  expect(good(await answer('accept', 'accept')).allowed).toEqual({ registrationAccepted: 2 })
  expect(good(await answer('ban', 'filter')).allowed).toEqual({ registrationAccepted: 2 })
  expect(
    await city.ask(openidOf(1), 'messages.answered', { answers: [{ template: 'x', answer: 'accept' }] }),
  ).toMatchObject({
    error: { code: 'INVALID_INPUT' },
  })
})
