import type { Condition, Reason } from '../../../domain/policy'
import { RULES, TEXTS } from '../forTests'
import { outline } from './conditions'

const say = (template: string) => template.replace('{insuredMonths}', '7 个月')
const read = (policy: string, reasons: Reason[] = []) =>
  outline(RULES.policies.find(({ id }) => id === policy)!.versions.at(-1)!.when, {
    texts: TEXTS.policies[policy]!.conditions,
    reasons,
    say,
  })

describe('the conditions of a policy', () => {
  it('are plain words for whoever has said nothing', () => {
    expect(read('P10-benefit')).toMatchObject([
      { kind: 'line', needs: '单位和你都交满 1 年失业保险' },
      { kind: 'line', needs: '不是自己辞的' },
    ])
    expect(read('P10-benefit')[0]).not.toHaveProperty('state')
  })
  it('say to whoever has answered how it is with each, why not, and what would change it', () => {
    expect(
      read('P10-benefit', [
        { condition: 'insuredAYear', state: 'no' },
        { condition: 'notOwnWill', state: 'unknown' },
      ]),
    ).toMatchObject([
      { state: 'no', no: '要交满 1 年，你填的是 7 个月', change: '以后工作交满 1 年，就能领' },
      { state: 'unknown' },
    ])
  })
  it('say that nothing will change it, where nothing will', () => {
    expect(read('P10-benefit', [{ condition: 'notOwnWill', state: 'no' }])[1]).toMatchObject({
      never: '这份工作的不会再变',
    })
  })
  it('of which one is enough hold nothing against whoever meets one', () => {
    const [group] = read('P4-insurance', [
      { condition: 'ofOwnFile', state: 'no' },
      { condition: 'neverWorked', state: 'yes' },
    ])
    expect(group).toMatchObject({ kind: 'any', parts: [{ id: 'ofOwnFile' }, { id: 'neverWorked', state: 'yes' }] })
    expect(group!.parts[0]).not.toHaveProperty('state')
  })
  it('of which one is enough are each said to whoever meets none', () => {
    const [group] = read('P4-insurance', [
      { condition: 'ofOwnFile', state: 'no' },
      { condition: 'neverWorked', state: 'no' },
    ])
    expect(group!.parts).toMatchObject([{ no: '档案不在你这里' }, { no: '上过班' }])
  })
  it('without a name are part of what they stand in', () => {
    const when: Condition = { all: [{ fact: 'hasFile' }, { id: 'named', any: [{ fact: 'a' }, { fact: 'b' }] }] }
    const texts = { named: { needs: '有一样就行', no: '都没有' } }
    expect(outline(when, { texts, reasons: [], say })).toMatchObject([{ needs: '有一样就行', parts: [] }])
  })
})
