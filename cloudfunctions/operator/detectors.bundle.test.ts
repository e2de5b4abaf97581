import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { codeOf, formOf, good, openidOf, startCity, type City } from '../../test/city'
import type { OutputOf, Answer, operatorContract } from '../../src/contract'
import type { Task } from '../../src/domain/task'
import { openTable } from '../kernel/table'

jest.setTimeout(180_000)

type Operator = typeof operatorContract
let city: City
let colleague: { id: string; code: string }
let nos: string[]
beforeAll(async () => {
  city = await startCity({ now: '2024-09-02T09:00:00+08:00' })
  const openids = Array.from({ length: 5 }, (_, n) => openidOf(n))
  await city.agree(...openids)
  nos = []
  for (const [n, openid] of openids.entries()) {
    const kind = n === 0 ? 'unemployment' : 'jobSeeking'
    nos.push(good(await city.ask(openid, 'registration.file', formOf(n, { kind }))).receipt.no)
  }
  colleague = good(await city.operate('operatorCode.issue', { id: 'su-wan', name: '苏晚' }))
})
afterAll(() => city?.cloud.stop())

const asColleague = async <A extends keyof Operator & string>(action: A, input: unknown) =>
  (await city.cloud.call<Answer<OutputOf<Operator[A]>>>('operator', { action, input, operator: colleague })).result

const detect = async () => city.finished(good(await city.operate('detectors.run')).taskId)

const work = (no: string, over: object = {}) => ({
  no,
  code: '11',
  since: '2024-09-02',
  method: 'phone',
  evidence: 'call',
  employer: '编的科技有限公司',
  employerCode: '91110302562134916R',
  reason: '电话里说签了合同',
  ...over,
})

describe('a destination', () => {
  it('is recorded with its employer sealed, and verified by somebody else only', async () => {
    const recorded = good(await city.operate('destination.record', work(nos[0]!)))
    expect(recorded).toMatchObject({ code: '11', verified: false })
    const entry = (await city.ledger()).find(({ no }) => no === nos[0])!
    expect(entry.destination?.employerKey).toMatch(/^e1:[0-9a-f]{32}$/)
    expect(JSON.stringify(entry)).not.toMatch(/编的科技|91110302/)
    const check = { no: nos[0], method: 'document', evidence: 'laborContract', reason: '看了劳动合同原件' }
    expect(codeOf(await city.operate('destination.verify', check))).toBe('NOT_ALLOWED')
    expect(good(await asColleague('destination.verify', check))).toMatchObject({ verified: true })
    expect(codeOf(await city.operate('destination.record', work(nos[0]!, { code: '76' })))).toBe('NOT_ALLOWED')
    const audit = await city.documents<{ action: string; by: string }>('audit')
    expect(
      audit
        .filter(({ action }) => action.startsWith('destination.'))
        .map(({ action, by }) => [action, by])
        .sort(),
    ).toEqual([
      ['destination.record', 'local-operator'],
      ['destination.verify', 'su-wan'],
    ])
  })
  it('is never a traineeship, a comparison by hand, or of an employer whose code is wrong', async () => {
    for (const over of [
      { evidence: 'traineeship' },
      { code: 'traineeship' },
      { code: '见习' },
      { code: 'SI' },
      { method: 'comparison' },
      { employerCode: '91110302562134916X' },
    ])
      expect(await city.operate('destination.record', work(nos[1]!, over))).toMatchObject({
        ok: false,
        error: { code: 'INVALID_INPUT' },
      })
    const answer = await city.operate(
      'destination.record',
      work(nos[1]!, { method: 'document', evidence: 'traineeship' }),
    )
    expect(JSON.stringify(answer)).toContain('见习证明也不能当就业证明')
  })
})

describe('the detectors', () => {
  it('say which of them are on, and what the others lack', async () => {
    const { detectors } = good(await city.operate('detector.list'))
    expect(detectors).toHaveLength(16)
    for (const { on, missing } of detectors) expect(on).toBe(missing === undefined)
    expect(detectors.find(({ rule }) => rule === 'A2')).toMatchObject({
      on: false,
      missing: expect.stringContaining('社保比对'),
    })
    expect(detectors.find(({ rule }) => rule === 'A1')?.thresholds.persons).toMatchObject({
      value: 10,
      confidence: 'unsure',
    })
  })
  it('find somebody who works and is registered; whoever recorded it does not settle it', async () => {
    await detect()
    const { findings } = good(await city.operate('finding.list', { rule: 'A9' }))
    expect(findings).toMatchObject([{ no: nos[0], district: 'haidian', state: 'open' }])
    const word = { id: findings[0]!.id, decision: 'confirmed', reason: '本人说忘了注销' }
    expect(codeOf(await city.operate('finding.settle', word))).toBe('NOT_ALLOWED')
    expect(good(await asColleague('finding.settle', word))).toMatchObject({ state: 'confirmed', settledBy: 'su-wan' })
    expect(codeOf(await asColleague('finding.settle', { ...word, id: 'A9-nothing' }))).toBe('NOT_FOUND')
    expect(good(await city.operate('finding.list', { rule: 'A9' })).findings).toEqual([])
  })
  it('end a finding once it no longer holds, and keep it', async () => {
    good(
      await asColleague(
        'destination.record',
        work(nos[0]!, { code: '70', method: 'document', evidence: 'termination' }),
      ),
    )
    expect((await detect()).result).toMatchObject({ ended: 1 })
    const { findings } = good(await city.operate('finding.list', { rule: 'A9', state: 'confirmed', ended: true }))
    expect(findings).toMatchObject([{ no: nos[0], trace: [{ what: 'confirmed' }, { what: 'ended' }] }])
  })
  it('are begun once a Beijing day by whatever scheduler runs first', async () => {
    await city.cloud.setClock('2024-09-02T15:59:00Z')
    await city.cloud.runTimers('everyMinute')
    await city.cloud.setClock('2024-09-02T16:01:00Z')
    const run = () => city.cloud.call('scheduler', { action: 'run', input: {} }, { source: 'wx_trigger' })
    await Promise.all([run(), run(), run()])
    await run()
    const daily = (await city.documents<Task>('tasks')).filter(
      ({ kind, createdBy }) => kind === 'detectors.run' && createdBy === 'scheduler',
    )
    expect(daily.map(({ _id }) => _id.slice(-10)).sort()).toEqual(['2024-09-02', '2024-09-03'])
    expect(daily.every(({ state }) => state === 'done')).toBe(true)
  })
})

describe('a spot check', () => {
  const drawn = async (input: object) => {
    const task = good(
      await city.operate('task.get', { taskId: good(await city.operate('spotCheck.draw', input)).taskId }),
    )
    expect(task.state).toBe('done')
    const bytes = await fetch(`${city.cloud.url}/storage?fileID=${encodeURIComponent(task.files[0]!.fileID)}`)
    const target = path.join(city.cloud.data, 'downloaded.xlsx')
    writeFileSync(target, Buffer.from(await bytes.arrayBuffer()))
    const rows: string[][] = []
    for await (const batch of (await openTable(target)).batches()) rows.push(...batch.map(({ cells }) => cells))
    return { task, rows }
  }
  it('lists masked people with room for what is found, the same for the same seed', async () => {
    for (const no of nos.slice(1)) good(await city.operate('destination.record', work(no, { employerCode: undefined })))
    const { task, rows } = await drawn({ seed: '第一次', ratio: 0.5 })
    expect(task.result).toEqual({ drawn: 2, of: 4, strata: 1 })
    expect(rows[0]).toEqual(expect.arrayContaining(['林**', '海淀区', '签劳动合同形式就业', '电话回访', '未核实']))
    expect((await drawn({ seed: '第一次', ratio: 0.5 })).rows).toEqual(rows)
    const larger = (await drawn({ seed: '第一次', ratio: 1 })).rows.map(([no]) => no)
    expect(larger).toEqual(expect.arrayContaining(rows.map(([no]) => no)))
    expect(await city.documents('audit')).toContainEqual(
      expect.objectContaining({ action: 'spotCheck.draw', reason: expect.stringContaining('seed 第一次, ratio 0.5') }),
    )
  })
  it('refuses a ratio that is none', async () => {
    for (const ratio of [0, -1, 1.01, '5%'])
      expect(await city.operate('spotCheck.draw', { seed: 'x', ratio })).toMatchObject({
        error: { code: 'INVALID_INPUT', fields: { ratio: expect.stringContaining('0.05 是 5%') } },
      })
  })
})
