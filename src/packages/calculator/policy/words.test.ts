import { payeeTag } from '../policies/listing'
import { CONFIDENCE_WORDS, deliveryWords } from './words'

describe('the words for how it comes', () => {
  it('speak of money only where there is money', () => {
    expect(deliveryWords('automatic', { payee: 'person', kind: 'cash' }).text).toContain('直接发给你')
    expect(deliveryWords('automatic', { payee: 'person', kind: 'service' }).text).toBe(
      '不用申请。人社部门从数据里找到你，会来联系你。',
    )
    expect(deliveryWords('automatic', { payee: 'employer', kind: 'cash' }).text).toContain('收款账户')
  })
  it('say of a tax that it is told when taxes are declared', () => {
    expect(deliveryWords('application', { payee: 'employer', kind: 'relief' }).text).toMatch(/^单位报税的时候/)
    expect(deliveryWords('application', { payee: 'person', kind: 'cash' }).name).toBe('要申请')
  })
  it('say of a loan that it is lent, of a service neither', () => {
    const tag = (kind: 'cash' | 'loan' | 'service') => payeeTag({ payee: 'person', kind }).label
    expect([tag('cash'), tag('loan'), tag('service')]).toEqual(['发给你', '借给你', '给你'])
  })
  it('never say that the original was seen: often somebody quoted it', () => {
    expect(Object.values(CONFIDENCE_WORDS).join('')).not.toMatch(/看到过?原文/)
  })
})
