import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { DISTRICT_KEYS } from '../../../src/domain/district'
import { messageOfAcceptance } from '../../../src/domain/messages'
import { fitsField } from '../../../localcloud/openapi/message-fields'
import { fieldText, sendMessage, type MessageTemplate, type OpenApi } from '.'

const template: MessageTemplate = {
  key: 'registrationAccepted',
  id: 'TEMPLATE-1',
  fields: { district: 'thing1', acceptedOn: 'date2', hint: 'thing3' },
}
const facts = { ...messageOfAcceptance('海淀区', '2024-09-03') }

const weChat = (send: (options: object) => unknown) =>
  ({ subscribeMessage: { send: async (options: object) => send(options) } }) as unknown as OpenApi
const failing = (error: object) => weChat(() => Promise.reject(Object.assign(new Error('failed'), error)))

describe('a one-time message', () => {
  it('goes to the account, each meaning in its field, and leads home', async () => {
    const sent: object[] = []
    const outcome = await sendMessage(
      weChat(options => sent.push(options)),
      'o-lin-zhixia',
      template,
      facts,
    )
    expect(outcome).toEqual({ outcome: 'sent' })
    expect(sent).toEqual([
      {
        touser: 'o-lin-zhixia',
        templateId: 'TEMPLATE-1',
        page: 'pages/home/index',
        lang: 'zh_CN',
        data: {
          thing1: { value: '海淀区' },
          date2: { value: '2024年9月3日' },
          thing3: { value: facts.hint },
        },
      },
    ])
  })
  it('that the person has not allowed is no error', async () => {
    expect(await sendMessage(failing({ errCode: 43101 }), 'o-1', template, facts)).toEqual({ outcome: 'notAllowed' })
  })
  it.each([40003, 40037, 41030, 47003])('that WeChat will never take (%i) is given up', async errCode => {
    expect(await sendMessage(failing({ errCode }), 'o-1', template, facts)).toEqual({ outcome: 'never', code: errCode })
  })
  it.each([[{ errCode: -1 }], [{ errCode: 45009 }], [{ errCode: -604103 }], [{ code: 'ECONNRESET' }]])(
    'that WeChat may yet take (%j) is sent later',
    async error => {
      expect((await sendMessage(failing(error), 'o-1', template, facts)).outcome).toBe('later')
    },
  )
})

describe('a field', () => {
  it('of a thing takes twenty characters, and a longer text is cut to them', () => {
    expect(fieldText('thing1', '一'.repeat(20))).toBe('一'.repeat(20))
    expect(fieldText('thing1', '𠮷'.repeat(21))).toBe(`${'𠮷'.repeat(19)}…`)
  })
  it('of another kind takes the text as it is', () => {
    expect(fieldText('date2', '2024年9月3日')).toBe('2024年9月3日')
  })
  it('takes whole what is said of an acceptance, in every district', () => {
    const read = (file: string) => parse(readFileSync(path.join(__dirname, '../../..', file), 'utf8')) as never
    const districts: { key: string; name: string }[] = read('data/districts.yaml')
    const { messageTemplates }: { messageTemplates: MessageTemplate[] } = read('cloudfunctions/cloud.yaml')
    const { fields } = messageTemplates.find(({ key }) => key === 'registrationAccepted')!
    expect(districts).toHaveLength(DISTRICT_KEYS.length)
    for (const { name } of districts) {
      const said = { ...messageOfAcceptance(name, '2024-12-31') } as Record<string, string>
      for (const [meaning, field] of Object.entries(fields)) {
        expect(fieldText(field, said[meaning]!)).toBe(said[meaning])
        expect(fitsField(field, said[meaning])).toBe(true)
      }
    }
  })
})
