import { readFile } from 'node:fs/promises'
import { withTemporaryFile, writeXlsx } from '../kernel/table'
import { gb18030 } from '../kernel/table/workbookForTests'
import type { ConflictDocument } from '../kernel/store'
import { codeOf, formOf, good, idNumberOf, openidOf, startCity, type City } from '../../test/city'
import type { ConflictDecision } from '../../src/domain/comparison'
import type { LedgerEntry } from '../../src/domain/ledger'
import type { Task } from '../../src/domain/task'

jest.setTimeout(180_000)

type Source = 'publicSecurity' | 'civilAffairs' | 'disability' | 'socialInsurance'
const NAME = '林知夏'

let city: City
beforeEach(async () => {
  city = await startCity({ now: '2024-09-02T09:00:00+08:00' })
})
afterEach(() => city?.cloud.stop())

/** Files as made-up person `n`; `allows` one-time messages are allowed, in WeChat's dialog and to us. */
const filed = async (n: number, kind: 'unemployment' | 'jobSeeking' = 'unemployment', allows = 0) => {
  const openid = openidOf(n)
  await city.agree(openid)
  const { no } = good(await city.ask(openid, 'registration.file', formOf(n, { kind }))).receipt
  for (let each = 0; each < allows; each += 1) {
    await city.cloud.http('POST', '/wx/subscribe', { templateIds: [TEMPLATE] }, { 'x-wx-openid': openid })
    await answer(openid)
  }
  return no
}
const TEMPLATE = 'TEMPLATE-REGISTRATION-ACCEPTED'
const answer = async (openid: string) =>
  good(
    await city.ask(openid, 'messages.answered', { answers: [{ template: 'registrationAccepted', answer: 'accept' }] }),
  )
const entryOf = async (no: string): Promise<LedgerEntry> => (await city.ledger()).find(entry => entry.no === no)!
const csv = (...rows: string[][]): string => rows.map(row => row.join(',')).join('\r\n') + '\r\n'
const put = async (name: string, content: string | Buffer) => {
  const answer = await city.cloud.http('PUT', `/storage/lists/${name}`, Buffer.from(content))
  return (answer.body as { fileID: string }).fileID
}
const begin = async (source: Source, content: string | Buffer, over: object = {}) => {
  const fileID = await put(`${source}-${Math.random()}`, content)
  return city.operate('comparison.run', { source, fileID, asOf: '2024-09-01', ...over })
}
const compare = async (source: Source, content: string | Buffer, over: object = {}) =>
  city.finished(good(await begin(source, content, over)).taskId)
const outbox = () => city.cloud.outbox()
const INSURANCE = ['证件号码', '姓名', '参保状态', '参保日期', '单位名称']

it('social insurance accepts, closes and questions; whoever allowed a message is told exactly once', async () => {
  const [accepted, questioned] = [await filed(0, 'unemployment', 2), await filed(1, 'jobSeeking')]
  const list = csv(
    INSURANCE,
    [idNumberOf(0), NAME, '未参保', '', ''],
    [idNumberOf(1), NAME, '参保', '2024-08-01', '编的公司'],
    [idNumberOf(5), '周行', '参保', '2024-08-01', '编的公司'],
  )
  const task = await compare('socialInsurance', list)
  expect(task.result).toEqual({ new: 0, changed: 2, same: 0, notFound: 1, refused: 0 })
  expect(await entryOf(accepted)).toMatchObject({
    assurance: 'matched',
    registrations: [{ status: 'active', effectiveFrom: '2024-09-02' }],
    pending: [],
  })
  expect(await outbox()).toHaveLength(1)
  await compare('socialInsurance', list)
  await city.cloud.setClock('2024-09-02T12:00:00+08:00')
  await city.cloud.runTimers('everyMinute')
  expect(await outbox()).toHaveLength(1)
  const { conflicts } = good(await city.operate('conflict.list'))
  expect(conflicts).toMatchObject([
    {
      kind: 'insuredButRegistered',
      no: questioned,
      ours: expect.stringContaining('求职登记'),
      theirs: '有单位参保，2024-08-01 起',
    },
  ])
  expect(JSON.stringify([conflicts, await city.documents('tasks'), await city.ledger()])).not.toMatch(/编的公司|周行/)
  expect(city.log('operator') + city.log('scheduler')).not.toMatch(/林知夏|编的公司|周行|1101052002/)
})

it('whom WeChat no longer lets be written to is quietly not told', async () => {
  const no = await filed(0)
  await answer(openidOf(0))
  await compare('socialInsurance', csv(INSURANCE, [idNumberOf(0), NAME, '未参保', '', '']))
  expect(await entryOf(no)).toMatchObject({ registrations: [{ status: 'active' }], pending: [] })
  expect(await outbox()).toEqual([])
})

it('lists come as GB18030 and as a workbook, too; one with a wrong heading says what to do', async () => {
  const no = await filed(0)
  const gbk = gb18030(csv(['姓名', '证件号码', '户籍地'], [NAME, idNumberOf(0), '崇文区']))
  expect((await compare('publicSecurity', gbk)).result).toMatchObject({ changed: 1, refused: 0 })
  expect((await entryOf(no)).compared?.publicSecurity).toMatchObject({ result: 'agrees', hukou: 'dongcheng' })
  const workbook = await withTemporaryFile(async path => {
    const columns = ['姓名', '证件号码', '救助情况'].map(title => ({ title, width: 20, kind: 'text' as const }))
    await writeXlsx(path, [{ name: '名单', columns, rows: [[NAME, idNumberOf(0), '低保']] }])
    return readFile(path)
  })
  const failed = await compare('civilAffairs', workbook)
  expect(failed).toMatchObject({ state: 'failed', lastError: expect.stringContaining('救助类别') as string })
  const mapped = await compare('civilAffairs', workbook, { mapping: { category: '救助情况' } })
  expect(mapped.result).toMatchObject({ changed: 1 })
  const { entries } = good(await city.operate('support.list', { district: 'haidian' }))
  expect(entries).toMatchObject([{ no, name: '林**', priority: 0, why: '困难家庭毕业生' }])
  const opened = await city.operate('ledger.open', { no, facts: ['certified'], reason: '定一生一策' })
  expect(good(opened).facts.certified).toMatch(/^.*低保.*（民政，2024-09-01）$/)
  const { taskId } = good(await city.operate('support.export'))
  expect(await city.finished(taskId)).toMatchObject({ result: { listed: 1 }, files: [{ name: '困难帮扶名单-1.xlsx' }] })
  const everything = JSON.stringify([
    entries,
    await city.documents('tasks'),
    await city.documents('audit'),
    await city.ledger(),
  ])
  expect(everything).not.toMatch(/minimumLiving|低保/)
})

it('refuses what can’t be a list before anything begins', async () => {
  const good1 = csv(INSURANCE, [idNumberOf(0), NAME, '未参保', '', ''])
  expect(codeOf(await begin('socialInsurance', good1, { asOf: '2024-09-03' }))).toBe('INVALID_INPUT')
  expect(codeOf(await begin('socialInsurance', good1, { mapping: { hukou: '户籍' } }))).toBe('INVALID_INPUT')
  expect(codeOf(await begin('taxes' as Source, good1))).toBe('INVALID_INPUT')
  expect(codeOf(await city.operate('comparison.run', { source: 'disability', fileID: 'x', asOf: '2024-09-01' }))).toBe('INVALID_INPUT') // prettier-ignore
  expect(await city.documents('tasks')).toEqual([])
})

describe('a conflict', () => {
  const police = (name: string, extra = '') =>
    csv(['证件号码', '姓名', '户籍地', '死亡日期'], [idNumberOf(0), name, '西城区', extra])
  const queue = async (over: object = {}) => good(await city.operate('conflict.list', over)).conflicts
  const resolve = (id: string, decision: ConflictDecision, reason = '打电话核对过') =>
    city.operate('conflict.resolve', { id, decision, reason })

  it('shows both names masked, opens them with a reason the person can read, and is settled once', async () => {
    const no = await filed(0)
    await compare('publicSecurity', police('林知秋'))
    const [conflict] = await queue({ district: 'haidian', kind: 'nameDiffers' })
    expect(conflict).toMatchObject({ no, ours: '林*夏', theirs: '林*秋', source: 'publicSecurity', state: 'open' })
    const { id } = conflict!
    expect(good(await city.operate('conflict.open', { id, reason: '打电话核对' }))).toMatchObject({
      ours: { name: '林知夏' },
      theirs: { name: '林知秋' },
    })
    const looks = good(await city.ask(openidOf(0), 'privacy.mine', {}))
    expect(JSON.stringify(looks)).toContain('打电话核对')
    expect(codeOf(await resolve(id, 'takeTheirs', ' '))).toBe('INVALID_INPUT')
    const settled = good(await resolve(id, 'takeTheirs'))
    expect(settled).toMatchObject({ id, no, decision: 'takeTheirs' })
    await city.cloud.setClock('2024-09-02T10:00:00+08:00')
    expect(good(await resolve(id, 'takeTheirs'))).toEqual(settled)
    expect(codeOf(await resolve(id, 'keepOurs'))).toBe('NOT_ALLOWED')
    const entry = await entryOf(no)
    expect(entry.history.filter(({ ref }) => ref === id)).toHaveLength(1)
    expect(good(await city.operate('ledger.open', { no, facts: ['name'], reason: '核对姓名' })).facts).toEqual({
      name: '林知秋',
    })
    expect(await queue()).toEqual([])
    expect(await queue({ state: 'resolved' })).toMatchObject([{ id, decision: 'takeTheirs', by: 'local-operator' }])
    await compare('publicSecurity', police('林知秋'), { asOf: '2024-09-02' })
    expect(await entryOf(no)).toMatchObject({ compared: { publicSecurity: { result: 'agrees', hukou: 'xicheng' } } })
    const told = JSON.stringify(await city.documents('audit')) + city.log('operator')
    expect(told).not.toMatch(/林知秋|林知夏/)
  })

  it('has its place on a page, and every page leads to the next', async () => {
    for (const n of [0, 1, 2]) await filed(n)
    await compare(
      'publicSecurity',
      csv(['证件号码', '姓名', '户籍地'], ...[0, 1, 2].map(n => [idNumberOf(n), '林知秋', '西城区'])),
    )
    const seen: string[] = []
    for (let cursor: string | undefined, n = 0; n < 3; n += 1) {
      const { conflicts, next } = good(await city.operate('conflict.list', { limit: 1, ...(cursor ? { cursor } : {}) }))
      seen.push(...conflicts.map(({ no }) => no))
      cursor = next
      expect(next === undefined).toBe(n === 2)
    }
    expect(new Set(seen).size).toBe(3)
  })

  it('about a proved name can only be settled for the ledger', async () => {
    const no = await filed(0)
    await city.operate('identity.verify', { no, reason: '看过身份证' })
    await compare('publicSecurity', police('林知秋'))
    const { id } = (await queue())[0]!
    expect(await resolve(id, 'takeTheirs')).toMatchObject({ error: { code: 'NOT_ALLOWED', message: expect.stringContaining('窗口') as string } }) // prettier-ignore
    expect(codeOf(await resolve(id, 'keepOurs'))).toBe('OK')
    expect((await queue()).length).toBe(0)
  })

  it('that was about a way of writing lets the next list agree, and the name stays', async () => {
    const no = await filed(0)
    await compare('publicSecurity', police('林知䶮'))
    const { id } = (await queue())[0]!
    expect(codeOf(await resolve(id, 'samePerson', '名单把字写错了，看了身份证'))).toBe('OK')
    await compare('publicSecurity', police('林知䶮'))
    expect(await entryOf(no)).toMatchObject({ compared: { publicSecurity: { result: 'agrees', hukou: 'xicheng' } } })
    expect(good(await city.operate('ledger.open', { no, facts: ['name'], reason: '核对姓名' })).facts.name).toBe(NAME)
    expect(await queue()).toEqual([])
  })

  it('about a death: who is called dead sees that somebody looked, and at what once they are verified', async () => {
    const no = await filed(0)
    await compare('publicSecurity', police(NAME, '2024-08-10'))
    const { id } = (await queue({ kind: 'deceased' }))[0]!
    good(await city.operate('conflict.open', { id, reason: '请街道核实' }))
    const looks = async () => good(await city.ask(openidOf(0), 'privacy.mine', {})).looks.map(({ what }) => what)
    expect(await looks()).toEqual(['加密保存的信息'])
    good(await city.operate('identity.verify', { no, reason: '本人带身份证到窗口' }))
    expect(await looks()).toEqual(['部门比对的结果'])
    expect(codeOf(await resolve(id, 'samePerson'))).toBe('NOT_ALLOWED')
    expect(codeOf(await resolve(id, 'keepOurs', '本人带身份证到窗口'))).toBe('OK')
    await compare('socialInsurance', csv(INSURANCE, [idNumberOf(0), NAME, '未参保', '', '']))
    expect(await entryOf(no)).toMatchObject({ registrations: [{ status: 'active' }] })
  })

  it('that was decided and not marked is finished by the same word, and refuses the other', async () => {
    const no = await filed(0)
    await compare('publicSecurity', police('林知夏', '2024-08-10'))
    const { id } = (await queue())[0]!
    const before = (await city.documents<ConflictDocument>('conflicts'))[0]!
    good(await resolve(id, 'takeTheirs'))
    // as if the call had died between the entry and the mark
    await city.put('conflicts', before)
    expect(codeOf(await resolve(id, 'keepOurs'))).toBe('NOT_ALLOWED')
    expect(codeOf(await resolve(id, 'takeTheirs'))).toBe('OK')
    const entry = await entryOf(no)
    expect(entry).toMatchObject({
      status: 'closed',
      registrations: [{ status: 'ended', endReason: '经办人员核对后结束' }],
    })
    expect(entry.history.filter(({ ref }) => ref === id)).toHaveLength(1)
    expect(await outbox()).toEqual([])
    expect((await city.documents('audit')).filter(line => line.action === 'conflict.resolve takeTheirs')).toHaveLength(
      1,
    )
  })

  it('goes with the entry of somebody who had their data erased', async () => {
    await filed(0)
    await compare('publicSecurity', police('林知秋'))
    good(await city.ask(openidOf(0), 'privacy.erase', {}))
    expect(await city.documents('conflicts')).toEqual([])
    expect(codeOf(await resolve('gone', 'keepOurs'))).toBe('NOT_FOUND')
    expect((await compare('publicSecurity', police('林知秋'), { asOf: '2024-09-02' })).result).toMatchObject({
      notFound: 1,
    })
    expect(await city.documents('conflicts')).toEqual([])
  })
})

it('the account’s holder who is not verified sees nothing of what departments know', async () => {
  await filed(1, 'jobSeeking')
  await compare('socialInsurance', csv(INSURANCE, [idNumberOf(1), NAME, '参保', '2024-08-01', '编的公司']))
  await compare('civilAffairs', csv(['证件号码', '姓名', '救助类别'], [idNumberOf(1), NAME, '低保']))
  const { id } = good(await city.operate('conflict.list')).conflicts[0]!
  good(await city.operate('conflict.resolve', { id, decision: 'takeTheirs', reason: '单位证明了' }))
  const seen = [
    await city.ask(openidOf(1), 'registration.mine', {}),
    await city.ask(openidOf(1), 'registration.history', {}),
    await city.ask(openidOf(1), 'privacy.copy', {}),
  ]
  expect(JSON.stringify(seen)).not.toMatch(/社保|民政|参保|低保|困难帮扶|编的公司|"priority"/)
})

it('each day the timer brings the place in line up to the day, once', async () => {
  await filed(0)
  const run = () => city.cloud.runTimers('everyMinute')
  await run()
  await run()
  const daily = async () => (await city.documents<Task>('tasks')).filter(({ kind }) => kind === 'reclassify.run')
  expect(await daily()).toMatchObject([
    { _id: 'reclassify.run-2024-09-02', state: 'done', result: { changed: 0, same: 1 } },
  ])
  await city.cloud.setClock('2024-09-03T00:05:00+08:00')
  await run()
  await run()
  expect((await daily()).map(({ _id }) => _id).sort()).toEqual([
    'reclassify.run-2024-09-02',
    'reclassify.run-2024-09-03',
  ])
})

it('no client can call any of these, and a console without a code neither', async () => {
  const input = {
    source: 'disability',
    fileID: 'cloud://a/b',
    asOf: '2024-09-01',
    id: 'x',
    decision: 'keepOurs',
    reason: '看看',
  }
  const actions = [
    'comparison.run',
    'conflict.list',
    'conflict.open',
    'conflict.resolve',
    'support.list',
    'support.export',
  ]
  for (const action of actions)
    for (const options of [{ openid: openidOf(1) }, { openid: openidOf(1), source: 'wx_client,scf' }, {}]) {
      const { body } = await city.cloud.call('operator', { action, input }, options)
      expect({ action, answer: JSON.stringify(body) }).toEqual({
        action,
        answer: expect.not.stringContaining('"ok":true'),
      })
    }
  expect(await city.documents('tasks')).toEqual([])
})
