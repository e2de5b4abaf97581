import { consentItems } from './consents'

const first = {
  version: '2024-07-25',
  items: ['registration'],
  givenAt: '2024-08-20T01:41:00.000Z',
  withdrawn: [],
}
const both = {
  ...first,
  items: ['registration', 'sensitive'],
  givenAt: '2024-08-20T02:00:00.000Z',
  withdrawn: [{ item: 'sensitive', at: '2024-08-22T02:00:00.000Z' }],
}

describe('the consents of a person', () => {
  it('are told item by item, with the day and the version; the same version twice is told once', () => {
    expect(consentItems([both, first])).toEqual([
      { id: 'registration', name: '登记和就业服务', stands: true, lines: ['8月20日同意，按2024年7月25日的说明'] },
      {
        id: 'sensitive',
        name: '困难情况',
        stands: false,
        lines: ['8月20日同意，按2024年7月25日的说明', '8月22日撤回'],
      },
    ])
  })
  it('stand again where one agrees anew after taking back', () => {
    const anew = { ...both, givenAt: '2024-08-23T02:00:00.000Z', withdrawn: [] }
    expect(consentItems([anew, both])[1]).toEqual({
      id: 'sensitive',
      name: '困难情况',
      stands: true,
      lines: ['8月20日同意，按2024年7月25日的说明', '8月22日撤回', '8月23日同意，按2024年7月25日的说明'],
    })
  })
  it('are none where nobody was ever asked', () => {
    expect(consentItems([])).toEqual([])
  })
})
