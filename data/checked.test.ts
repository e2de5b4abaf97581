import { z } from 'zod/mini'
import { checked, rowFiles } from './checked'

const Rows = z.array(
  z.strictObject({ id: z.string(), kind: z.enum(['cash', 'loan']), versions: z.array(z.object({ from: z.string() })) }),
)
const row = { id: 'P1-first', kind: 'cash', versions: [{ from: '2024-01-01' }] }
const fault = (value: unknown, files?: string[]): string => {
  try {
    checked(Rows, value, 'policies', files)
  } catch (error) {
    return (error as Error).message
  }
  return ''
}

describe('a fault in a file of data', () => {
  it('names the file of a folder, the place in it and the word nobody knows', () => {
    expect(fault([row, { ...row, payor: 'x' }], ['a.yaml', 'b.yaml'])).toBe(
      'data/policies/b.yaml: whole file: Unrecognized key: "payor"',
    )
  })
  it('names what may stand there, and what is missing', () => {
    expect(fault([{ ...row, kind: 'gift' }], ['a.yaml'])).toMatch(/^data\/policies\/a\.yaml: kind: .*"cash"\|"loan"/)
    const { kind: _, ...without } = row
    expect(fault([without], ['a.yaml'])).toMatch(/a\.yaml: kind: /)
    expect(fault([null], ['a.yaml'])).toMatch(/a\.yaml: whole file: .*expected object/)
  })
  it('names the row of a list by its id, and a version by its first day', () => {
    expect(fault([row, { ...row, id: 'P2-second', versions: [{ from: '2024-02-01' }, { from: 3 }] }])).toMatch(
      /^data\/policies: P2-second\.versions\.2\.from: .*expected string/,
    )
    expect(fault([{ ...row, kind: 'gift' }])).toMatch(/^data\/policies: P1-first\.kind: /)
  })
  it('is one of many: each has a line', () => {
    expect(fault([{ ...row, kind: 'gift', id: 7 }]).split('\n')).toHaveLength(2)
  })
  it('is none where the value holds to its schema', () => {
    expect(checked(Rows, [row], 'policies')).toEqual([row])
  })
})

describe('the files of a folder', () => {
  it('are its rows in the order of their names, without what an editor leaves behind', () => {
    expect(rowFiles('policies', ['b.yaml', '.b.yaml.swp', 'a.yaml', 'a.yaml~'])).toEqual(['a.yaml', 'b.yaml'])
  })
  it.each(['P3-x.yml', 'P3-x.YML', 'P3-x.yaml.txt', 'P3-x.json'])('are no %s: nobody would read it', name => {
    expect(() => rowFiles('policies', ['a.yaml', name])).toThrow(`data/policies/${name}: nobody reads it`)
  })
})
