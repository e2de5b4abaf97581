import { render } from '../../../test/pages/render'
import { keepDraft, readDraft } from '../../cloud/drafts'
import { rememberConsent } from '../../cloud/kept'
import Register from '.'
import { answers, beginAnew, cloudAnswers, filed, onReview, sent } from './forTests'

beforeEach(beginAnew)

describe('what the cloud refuses', () => {
  const refusal = (code: string, message: string, fields?: Record<string, string>) => ({
    ok: false,
    error: { code, message, ...(fields ? { fields } : {}), requestId: 'r1' },
  })

  it('stands once: beside its field where it has one', async () => {
    const say = '这段话里有不能发的内容，换个说法'
    cloudAnswers(refusal('CONTENT_REFUSED', say, { 'intention.occupations': say }))
    const page = await onReview()
    await page.tap('button', '提交登记')
    await page.settle()
    expect(page.text().split(say)).toHaveLength(2)
    expect(page.find('input', '想做什么')).toBeDefined()
    expect(page.text()).toContain('还有 1 处没填好')
  })

  it('with a wait says how long, and everything is kept', async () => {
    cloudAnswers(refusal('RATE_LIMITED', '交得太快了，请 3 分钟后再试'))
    const page = await onReview()
    await page.tap('button', '提交登记')
    await page.settle()
    expect(page.find('alert', /3 分钟后再试/)).toBeDefined()
    await expect(readDraft('register')).resolves.toMatchObject({ value: { answers: { 'person.name': '林知夏' } } })
  })

  it('of WeChat’s phone number is asked for again, and may be typed', async () => {
    cloudAnswers(
      refusal('INVALID_INPUT', '有一处要改', { 'person.phoneCode': '微信没给号码，再点一次，或者自己写' }),
      filed,
    )
    await rememberConsent(['registration'])
    const coded = { ...answers, 'person.phone': '', 'person.phoneCode': 'spent', phoneCodeAt: Date.now() }
    await keepDraft('register', { answers: coded, step: 'review' })
    const page = render(<Register />)
    await page.settle()
    await page.tap('button', '提交登记')
    await page.settle()
    expect(page.find('alert', /微信没给号码/)).toBeDefined()
    expect(page.find('button', '用微信绑定的号码')).toBeDefined()
    await page.type('手机号', '13812342671')
    await page.tap('button', '改好了')
    await page.settle()
    await page.tap('button', '提交登记')
    await page.settle()
    expect(sent[1]?.input.person).toEqual(expect.objectContaining({ phone: '13812342671' }))
    expect(sent[1]?.input.person).not.toHaveProperty('phoneCode')
  })
})
