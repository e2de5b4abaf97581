import fc from 'fast-check'
import { madeUpIdentity } from '../../../localcloud/seed/identity'
import type { ComparisonSource } from '../ledger'
import { COMPARISON_COLUMNS, isCreditCode, readComparison, type ComparisonField, type Saying } from '.'
import { districts } from './forTests'

const ASOF = '2024-08-31'
const person = { idNumber: madeUpIdentity('110105', '2002-06-17', 1, ASOF), name: '林知夏' }
const read = (source: ComparisonSource, cells: Partial<Record<ComparisonField, string>>) =>
  readComparison(field => ({ ...person, ...cells })[field] ?? '', { source, districts, asOf: ASOF })
const says = (source: ComparisonSource, cells: Partial<Record<ComparisonField, string>>): Saying => {
  const result = read(source, cells)
  if (!result.ok) throw new Error(JSON.stringify(result.refusals))
  return result.row.says
}
const refusedFields = (source: ComparisonSource, cells: Partial<Record<ComparisonField, string>>) => {
  const result = read(source, cells)
  return result.ok ? [] : result.refusals.map(({ field }) => field)
}
const hukou = (cell: string) => {
  const said = says('publicSecurity', { hukou: cell })
  return said.source === 'publicSecurity' ? said.hukou : undefined
}

describe('where public security says the hukou is', () => {
  test.each(districts.filter(({ gbCode }) => gbCode !== null).map(({ key, name, gbCode }) => [gbCode!, name, key]))(
    '%s and %s are the same district, long codes and addresses too',
    (code, name, key) => {
      const spellings = [code, `${code}001`, `${code}001000`, name, name.replace('区', ''), `北京市${name}`]
      for (const cell of [...spellings, `北京市${name}某某路 1 号`, ` ${code} `]) expect(hukou(cell)).toBe(key)
    },
  )
  test.each(districts.flatMap(({ key, aliasCodes }) => (key === 'bda' ? [] : aliasCodes.map(code => [code, key]))))(
    'the abolished code %s is today’s %s',
    (code, key) => expect(hukou(code)).toBe(key),
  )
  test.each([
    ['崇文区', 'dongcheng'],
    ['北京市宣武区', 'xicheng'],
    ['崇文区某某路 5 号', 'dongcheng'],
    ['宣武', 'xicheng'],
    ['通县', 'tongzhou'],
    ['北京市通县某某镇', 'tongzhou'],
    ['昌平县', 'changping'],
    ['密云县某某镇', 'miyun'],
    ['河北省香河县', 'outside'],
    ['延庆县', 'yanqing'],
    ['北京市大兴区亦庄镇', 'daxing'],
    ['通州区马驹桥镇', 'tongzhou'],
    ['经开区', 'bda'],
    ['北京经济技术开发区', 'bda'],
    ['130102', 'outside'],
    ['河北省石家庄市', 'outside'],
    ['内蒙古', 'outside'],
    ['广西南宁', 'outside'],
    ['新疆生产建设兵团', 'outside'],
    ['810000', 'outside'],
  ])('%s is %s', (cell, key) => expect(hukou(cell)).toBe(key))

  test.each(['110302', '110302001000', '110110', '110199', '119999', '110000', '北京市', '某某区', '朝阳县', '1101'])(
    '%s is refused: nobody guesses',
    cell => expect(refusedFields('publicSecurity', { hukou: cell })).toEqual(['hukou']),
  )
  it('is needed, unless the person has died', () => {
    expect(refusedFields('publicSecurity', {})).toEqual(['hukou'])
    expect(says('publicSecurity', { diedOn: '2024/8/10' })).toEqual({
      source: 'publicSecurity',
      died: true,
      diedOn: '2024-08-10',
    })
    expect(says('publicSecurity', { died: '是' })).toMatchObject({ died: true })
    expect(says('publicSecurity', { hukou: '西城区', died: '正常' })).toMatchObject({ lives: true })
    expect(says('publicSecurity', { hukou: '西城区' })).toEqual({ source: 'publicSecurity', hukou: 'xicheng' })
    expect(refusedFields('publicSecurity', { hukou: '西城区', died: '不详' })).toEqual(['died'])
    expect(refusedFields('publicSecurity', { hukou: '西城区', diedOn: '2024-09-10' })).toEqual(['diedOn'])
    expect(refusedFields('publicSecurity', { hukou: '西城区', died: '否', diedOn: '2024-08-10' })).toEqual(['died'])
  })
})

describe('aid', () => {
  test.each([
    ['低保', ['minimumLiving']],
    ['城市低保、孤儿', ['minimumLiving', 'orphan']],
    ['特困人员，低收入家庭', ['extremePoverty', 'lowIncome']],
    ['低保/城乡低保', ['minimumLiving']],
    ['五保', ['extremePoverty']],
  ])('%s is %s', (category, hardships) =>
    expect(says('civilAffairs', { category })).toEqual({ source: 'civilAffairs', hardships }),
  )
  test.each(['', '困难', '低保、其他'])('“%s” is refused', category =>
    expect(refusedFields('civilAffairs', { category })).toEqual(['category']),
  )
  it('of the disabled: which disability and its grade are not even read', () => {
    expect(says('disability', {})).toEqual({ source: 'disability', hardships: ['disability'] })
    expect(COMPARISON_COLUMNS.disability.map(({ field }) => field)).toEqual(['idNumber', 'idType', 'name'])
  })
})

describe('insurance', () => {
  test.each([
    [{ state: '正常参保' }, true],
    [{ state: '正常' }, true],
    [{ state: '终止缴费' }, false],
    [{ state: '3' }, false],
    [{ state: '参保', from: '2024-08-31' }, true],
    [{ state: '参保', until: '2024-09-01' }, true],
    [{ state: '参保', until: '2024-08-31' }, false],
    [{ state: '停保', until: '2024-12-31' }, false],
    [{ state: '未参保', from: '2024-10-01' }, false],
  ])('%j on 2024-08-31: %s', (cells, insured) => expect(says('socialInsurance', cells)).toMatchObject({ insured }))
  test.each([
    [{ state: '' }, 'state'],
    [{ state: '不详' }, 'state'],
    [{ state: '灵活就业参保' }, 'state'],
    [{ state: '参保', from: '2024-09-01' }, 'from'],
    [{ state: '参保', from: '2024-08-01', until: '2024-07-01' }, 'until'],
    [{ state: '参保', from: '2024-02-30' }, 'from'],
  ])('%j is refused for %s', (cells, field) => expect(refusedFields('socialInsurance', cells)).toEqual([field]))
  it('keeps an employer’s code as it is given, the wrong ones to be looked at, and no other number of an employer', () => {
    const code = (employerCode: string) => {
      const said = says('socialInsurance', { state: '参保', employerCode, employer: '编的公司' })
      return said.source === 'socialInsurance' ? [said.employerCode, said.employer] : []
    }
    expect(code('91110108ma00te5t26')).toEqual(['91110108MA00TE5T26', '编的公司'])
    expect(code('91110302MA222LU88A')).toEqual(['91110302MA222LU88A', '编的公司'])
    expect(code('110108001234')).toEqual([undefined, '编的公司'])
  })
})

test.each([
  ['911101051234567883', true],
  ['12110000400000018T', true],
  ['91110108MA00TE5T26', true],
  ['91110302MA222LU88A', false],
  ['911101051234567884', false],
  ['91110105I234567883', false],
  ['9111010512345678', false],
])('the unified social credit code %s: %s', (code, valid) => expect(isCreditCode(code)).toBe(valid))

it('a code with any one character changed is none', () => {
  const good = '91110108MA00TE5T26'
  const place = fc.integer({ min: 0, max: 17 })
  const other = fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY')
  fc.assert(
    fc.property(place, other, (at, character) => {
      const changed = good.slice(0, at) + character + good.slice(at + 1)
      expect(isCreditCode(changed)).toBe(changed === good)
    }),
  )
})

it('names everything that is wrong with a row at once, and never with what stands there', () => {
  const result = read('publicSecurity', { idNumber: '1.10105E+17', name: 'x1', hukou: '某某区' })
  expect(result.ok ? [] : result.refusals.map(({ field }) => field)).toEqual(['idNumber', 'name', 'hukou'])
  expect(JSON.stringify(result)).not.toMatch(/1\.10105|x1|某某/)
})

it('each list has its template’s headings, and no heading stands for two fields', () => {
  for (const columns of Object.values(COMPARISON_COLUMNS)) {
    const names: string[] = columns.flatMap(({ names: all }) => [...all])
    expect(new Set(names).size).toBe(names.length)
  }
})
