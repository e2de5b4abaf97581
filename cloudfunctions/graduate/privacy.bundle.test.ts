import { readFileSync } from 'node:fs'
import { formOf, good, idNumberOf, openidOf, startCity, type City } from '../../test/city'
import { readKeys } from '../kernel/crypto'
import { openFact, sealFact } from '../kernel/sealing'

jest.setTimeout(120_000)

const lin = openidOf('lin')
const phone = formOf(1).person.phone!
const roster = {
  education: { level: '31', school: '名单上的学校' },
  batch: 'b1',
  asOf: '2024-07-31',
  hash: 'h',
}

let city: City
let no: string
beforeAll(async () => {
  city = await startCity({ now: '2024-09-02T09:00:00+08:00' })
  await city.agree(lin, openidOf('stranger'))
  const form = formOf(1, {
    sensitive: { consent: true, hardships: ['lowIncome', 'studentLoan'] },
    intention: { wantsWork: false, notNowReason: 'exams', districts: ['haidian', 'bda'], salaryMinFen: 600_000 },
    situation: { employment: 'flexible', inSchool: false },
  })
  no = good(await city.ask(lin, 'registration.file', form)).receipt.no
  // what a list has said of the person
  const keys = readKeys(readFileSync(`${city.cloud.data}/keys.json`, 'utf8'))
  const entry = (await city.ledger())[0]!
  const sealed = { ...entry.sealed, rosterPhone: sealFact(keys, entry._id, 'rosterPhone', '13700007777') }
  await city.put('ledger', { ...entry, sealed, roster, assignedDistrict: 'miyun' })
})
afterAll(() => city?.cloud.stop())

const copy = async (openid = lin) => good(await city.ask(openid, 'privacy.copy', {}))
const sectionOf = async (title: string) => {
  const { sections } = await copy()
  return Object.fromEntries(sections.find(section => section.title === title)?.rows ?? [])
}
const open = (facts: string[], reason: string) => city.operate('ledger.open', { no, facts, reason })
const looks = async (openid = lin) => good(await city.ask(openid, 'privacy.mine', {})).looks

describe('who looked', () => {
  it('is nobody, whatever masked lists were read', async () => {
    good(await city.operate('ledger.list'))
    expect(await looks()).toEqual([])
  })
  it('is told by role with which facts, when and why, newest first; never by id', async () => {
    good(await open(['phone'], '本人来电，要核对手机号'))
    await city.cloud.setClock('2024-09-02T10:00:00+08:00')
    good(await open(['name', 'hardships'], '核实困难情况'))
    const seen = await looks()
    expect(seen).toMatchObject([
      { by: '市局经办人员', what: '姓名、困难情况', why: '核实困难情况' },
      { by: '市局经办人员', what: '手机号', why: '本人来电，要核对手机号' },
    ])
    expect(JSON.stringify(seen)).not.toContain('local-operator')
  })
  it('names the district worker as such', async () => {
    const [entry] = await city.ledger()
    const line = { at: '2024-09-02T02:30:00.000Z', by: 'zhou-min', action: 'entry.open', target: no, reason: '回访' }
    await city.put('audit', { _id: 'line-1', ...line, entryId: entry!._id, facts: ['phone'], role: 'staff' })
    expect((await looks())[0]).toMatchObject({ by: '区工作人员', what: '手机号', why: '回访' })
  })
  it('does not tell before identity is verified that a list or a department gave something', async () => {
    const [entry] = await city.ledger()
    const line = { at: '2024-09-02T02:40:00.000Z', by: 'zhou-min', action: 'entry.open', target: no, reason: '回访' }
    const facts = ['phone', 'rosterPhone', 'certified']
    await city.put('audit', { _id: 'line-2', ...line, entryId: entry!._id, facts, role: 'staff' })
    expect((await looks())[0]?.what).toBe('手机号、加密保存的信息')
  })
  it('is not the person who took a copy, though that is audited', async () => {
    const before = await looks()
    await copy()
    expect(await looks()).toEqual(before)
    const audit = await city.documents<{ action: string; by: string; facts?: string[] }>('audit')
    expect(audit.find(({ action }) => action === 'privacy.copy')).toMatchObject({
      by: 'self',
      facts: ['name', 'idNumber', 'phone'],
    })
  })
  it('is told of fifty at most, the newest', async () => {
    const [entry] = await city.ledger()
    const at = (i: number) => new Date(Date.parse('2024-09-03T00:00:00Z') + i * 60_000).toISOString()
    const lines = Array.from({ length: 60 }, (_, i) => ({
      _id: `many-${i}`,
      at: at(i),
      by: 'zhou-min',
      action: 'entry.open',
      target: no,
      reason: `第 ${i} 次`,
      entryId: entry!._id,
      facts: ['phone'],
      role: 'staff',
    }))
    await city.put('audit', ...lines)
    const seen = await looks()
    expect([seen.length, seen[0]?.why, seen.at(-1)?.why]).toEqual([50, '第 59 次', '第 10 次'])
  })
  it('is nothing to somebody else', async () => {
    expect(good(await city.ask(openidOf('stranger'), 'privacy.mine', {}))).toMatchObject({
      looks: [],
      entryStored: false,
      sensitiveStored: false,
    })
  })
})

describe('a copy', () => {
  it('says in plain words all that the person told', async () => {
    expect(await sectionOf('登记')).toMatchObject({
      登记编号: no,
      经办区: '海淀区',
      求职登记: expect.stringContaining('在册；2024年9月2日提交，由海淀区（常住地）经办'),
    })
    expect(await sectionOf('学业')).toEqual({
      学历: '大学本科',
      学校: '北京工业大学',
      专业: '软件工程',
      毕业日期: '2024年7月1日',
    })
    expect(await sectionOf('打算')).toMatchObject({
      现在想找工作: '否',
      现在不找的原因: '备考公考',
      月薪不低于: '6000 元',
      想在哪些区: '海淀区、北京经济技术开发区',
    })
    expect(await sectionOf('目前情况')).toEqual({ 工作: '打零工、自由职业', 还在上学: '否' })
    expect(Object.values(await sectionOf('办理经过'))).toEqual([expect.stringContaining('本人：提交求职登记')])
    expect(Object.values(await sectionOf('同意记录'))[0]).toContain('同意：登记和就业服务')
    expect(JSON.stringify(await copy())).not.toMatch(/undefined|null|lowIncome|jobSeeking|haidian|flexible|s1\.1\./)
  })
  it('masks who it is until that is verified, and says where the hardships are', async () => {
    const made = await copy()
    expect(made.full).toBe(false)
    expect(await sectionOf('本人')).toMatchObject({
      姓名: '林**',
      手机号: '139****0001',
      出生日期: '有，核实身份后能看',
    })
    expect(await sectionOf('困难情况')).toEqual({ 困难情况: '有，核实身份后能看' })
    expect(JSON.stringify(made)).not.toMatch(
      new RegExp(`${phone}|${idNumberOf(1)}|林知夏|13700007777|名单上的学校|低收入`),
    )
  })
  it('is in full, with what others said, once a counter has seen the document', async () => {
    good(await city.operate('identity.verify', { no, reason: '本人带身份证到窗口' }))
    expect((await copy()).full).toBe(true)
    expect(await sectionOf('本人')).toMatchObject({ 姓名: '林知夏', 手机号: phone, 证件号码: idNumberOf(1) })
    expect(await sectionOf('困难情况')).toEqual({ 困难情况: '低收入家庭；上学时办过国家助学贷款' })
    expect(await sectionOf('名单和部门给的')).toMatchObject({
      名单上的手机号: '13700007777',
      名单上的学校: '名单上的学校',
      名单分到的区: '密云区',
    })
  })
  it('of somebody of whom nothing is stored is empty, and of somebody else holds nothing of this person', async () => {
    expect((await copy(openidOf('nobody'))).sections).toEqual([])
    const { sections } = await copy(openidOf('stranger'))
    expect(sections.map(({ title }) => title)).toEqual(['同意记录'])
  })
})

describe('a full copy', () => {
  beforeAll(async () => {
    const keys = readKeys(readFileSync(`${city.cloud.data}/keys.json`, 'utf8'))
    const entry = (await city.ledger())[0]!
    const seal = (field: 'certified' | 'employer', value: object) =>
      sealFact(keys, entry._id, field, JSON.stringify(value))
    const record = { source: 'staff', asOf: '2024-08-20', method: 'phone', recordedBy: 'staff:zhou-min' }
    await city.put('ledger', {
      ...entry,
      street: '东花市街道',
      sealed: {
        ...entry.sealed,
        certified: seal('certified', [{ hardship: 'minimumLiving', source: 'civilAffairs', asOf: '2024-08-31' }]),
        employer: seal('employer', { employer: '青禾数据有限公司', employerCode: '911101051234567883' }),
      },
      contacts: [
        { at: '2024-09-02', result: 'unreachable', channel: 'phone', by: 'staff:zhou-min' },
        { at: '2024-09-03T02:05:00.000Z', result: 'reached', channel: 'counter', by: 'staff:zhou-min' },
      ],
      services: [{ at: '2024-09-03', kind: 'policyBriefing', by: 'staff:zhou-min' }],
      destination: { ...record, code: '11', since: '2024-09-01', recordedAt: '2024-09-03T02:00:00.000Z' },
      formerDestinations: [
        { ...record, code: '70', recordedAt: '2024-08-20T02:00:00.000Z', replacedAt: '2024-09-03T02:00:00.000Z' },
      ],
      preparation: { kind: 'training', since: '2024-08-01', until: '2024-08-15', recordedAt: 'x', recordedBy: 'x' },
    })
    const found = { entryId: entry._id, no, at: '2024-09-03T03:00:00.000Z', district: 'haidian' }
    await city.put('conflicts', {
      ...found,
      _id: 'c-1',
      kind: 'otherName',
      source: 'roster',
      state: 'open',
      versions: 's1.1.SOMEBODY-ELSE',
      asOf: '2024-07-31',
      batch: 'b1',
      taskId: 't',
    })
    const finding = {
      ...found,
      rule: 'A9',
      nos: [],
      evidence: 'EVIDENCE',
      recorders: [],
      foundBy: 't',
      seen: 't',
      trace: [],
    }
    await city.put(
      'findings',
      { ...finding, _id: 'f-1', state: 'open' },
      { ...finding, _id: 'f-2', state: 'explained' },
    )
    await city.put('notices', { ...found, _id: 'n-1', kind: 'arrived', other: 'chaoyang', why: '本人换了区' })
  })

  it('tells each contact and service with its day, newest first', async () => {
    const { sections } = await copy()
    expect(sections.find(({ title }) => title === '每一次联系和服务')?.rows).toEqual([
      ['2024-09-03 10:05', '窗口联系，联系上了'],
      ['2024年9月3日', '政策讲解'],
      ['2024年9月2日', '电话联系，没联系上'],
    ])
  })
  it('tells what departments certified, where the person works by the record, and what stood there before', async () => {
    expect(await sectionOf('名单和部门给的')).toMatchObject({
      部门认定的困难情况: expect.stringMatching(/^.+（民政，2024年8月31日的名单）$/),
      区里记的街道: '东花市街道',
    })
    expect(await sectionOf('毕业去向')).toMatchObject({
      毕业去向: expect.stringContaining('从2024年9月1日起'),
      工作单位: '青禾数据有限公司',
      单位的统一社会信用代码: '911101051234567883',
      以前记的去向: expect.stringContaining('记到2024年9月3日'),
      就业准备活动: '技能培训，从2024年8月1日到2024年8月15日',
    })
  })
  it('tells what is checked as far as it may be shown, and where to ask for the rest', async () => {
    expect(await sectionOf('核对过的')).toEqual({
      '2024年9月3日，名单': '同一个证件号码，名单上是另一个姓名。还没有核对完',
      查数据时再看一眼的: expect.stringMatching(/有 2 处，看完了 1 处。.*海淀区.*12333/),
    })
    expect(await sectionOf('换经办区的通知')).toEqual({ '2024年9月3日通知海淀区': '你从朝阳区来' })
    // a registration number may have the letters of a check's name within it
    expect(JSON.stringify(await copy())).not.toMatch(/SOMEBODY-ELSE|EVIDENCE|\bA9\b|问经办区/)
  })
  it('is audited with each fact that it opened', async () => {
    const audit = await city.documents<{ action: string; facts?: string[] }>('audit')
    expect(audit.filter(({ action }) => action === 'privacy.copy').map(({ facts }) => facts?.join())).toContain(
      'name,idNumber,phone,hardships,rosterPhone,certified,employer',
    )
  })
})

it('an erasure of somebody on a list leaves what the list said, in the district of the list', async () => {
  const answer = good(await city.ask(lin, 'privacy.erase', {}))
  expect(answer.kept.map(({ what }) => what)).toContain('毕业生名单、部门核对的结果和区里记的街道')
  const entry = (await city.ledger())[0]!
  expect(entry).toMatchObject({ status: 'open', handlingDistrict: 'miyun', education: roster.education, roster })
  const keys = readKeys(readFileSync(`${city.cloud.data}/keys.json`, 'utf8'))
  expect(openFact(keys, entry, 'phone')).toBe('13700007777')
  expect(good(await city.operate('ledger.list', { district: 'miyun' })).entries).toMatchObject([
    { phone: '137****7777' },
  ])
  const again = openidOf('lin-again')
  await city.agree(again)
  good(await city.ask(again, 'registration.file', formOf(1)))
  const refiled = (await city.ledger())[0]!
  expect(openFact(keys, refiled, 'rosterPhone')).toBe('13700007777')
  expect(refiled).toMatchObject({ roster, account: again, handlingDistrict: 'haidian' })
})
