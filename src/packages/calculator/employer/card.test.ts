import { loadRules } from '../../../domain/policy'
import { sheetText } from '../asText'
import { RULES, TEXTS } from '../forTests'
import { employerSheet, offersOf, onceHired, whoIsHired } from './card'

const book = { rules: RULES, texts: TEXTS, calculator: loadRules(RULES) }
const offers = (answers: Parameters<typeof offersOf>[1], on = '2024-10-01') => offersOf(book, answers, on)

describe('the page for the employer', () => {
  it('is worked out as if they had hired, since most who show it aren’t hired yet', () => {
    expect(offers({ employment: 'none', hardships: ['minimumLiving'] })).toMatchObject([
      { id: 'P1-hiring', official: '一次性扩岗补助' },
    ])
    const facts = [...RULES.facts, { id: 'hiredOn', type: 'date' as const }]
    expect(onceHired({ employment: 'none' }, '2024-10-01', { rules: { ...RULES, facts } })).toMatchObject({
      employment: 'employed',
      hiredOn: '2024-10-01',
    })
    expect(
      onceHired({ employment: 'employed', hiredOn: '2024-07-05' }, '2024-10-01', { rules: { ...RULES, facts } }),
    ).toMatchObject({ hiredOn: '2024-07-05' })
  })
  it('has nothing of what goes to the person, and nothing that can’t be', () => {
    expect(offers({ hardships: ['none'] })).toEqual([])
  })
  it('says what is paid as far as it is confirmed, what is still to be met, how, and on what ground', () => {
    const [sure] = offers({ hardships: ['minimumLiving'] })
    expect(sure!.lines.join('\n')).toMatch(/给单位，每招一人一次：500 元，金额待核实[^]*免申即享[^]*109号/)
    const [open] = offers({})
    expect(open!.lines).toContain('还要满足：家里在领低保')
  })
  it('speaks of the graduate as of somebody else', () => {
    const [announced] = offersOf(book, {}, '2024-08-20')
    expect(announced!.lines.join()).not.toContain('你')
    expect(announced!.lines).toContain('北京的文件还没出来，出来了才能办。')
  })
  it('holds of the person no more than their cohort', () => {
    expect(whoIsHired({ level: '21', graduatedOn: '2024-07-01', bornOn: '2002-03-15' })).toBe('2024 届高校毕业生')
    expect(whoIsHired({ level: '41', graduatedOn: '2023-07-01' })).toBe('2023 届毕业生')
    expect(whoIsHired({ graduatedOn: null })).toBe('毕业生')
    const said = { hardships: ['minimumLiving'], insuredMonths: 7, leftWork: 'resigned' } as const
    const text = sheetText(employerSheet(offers(said), '2024 届高校毕业生', '10月1日的规则'))
    expect(text).toMatch(/^招一名 2024 届高校毕业生，单位能享受这些\n/)
    expect(text).not.toMatch(/低保|7 个月|自己辞/)
  })
  it('promises in its title no more than is sure', () => {
    const sheet = (of: ReturnType<typeof offers>) => employerSheet(of, '毕业生', '10月1日的规则').title
    expect(sheet(offers({ hardships: ['minimumLiving'] }))).toBe('招一名毕业生，单位能享受这些')
    expect(sheet(offers({}))).toBe('招一名毕业生，单位可能享受这些')
    expect(sheet(offersOf(book, {}, '2024-08-20'))).toBe('招一名毕业生，单位可能享受这些')
  })
  it('says which sensitive facts a reader could guess from a policy', () => {
    expect(offers({ hardships: ['minimumLiving'] })[0]!.reveals).toEqual(['困难情况'])
    expect(offersOf(book, {}, '2024-08-20')[0]!.reveals).toEqual([])
  })
})
