import { render } from '../../../test/pages/render'
import { answerWith, asked, fillStorage, openWith, showAgain } from '../../../test/pages/taro'
import { dropDraft, keepDraft, readDraft } from '../../cloud/drafts'
import { accountKey } from '../../cloud/host/account'
import * as store from '../../cloud/host/store'
import { rememberConsent } from '../../cloud/kept'
import Register from '.'
import { answers, beginAnew, cloudAnswers, filed, onReview, sent } from './forTests'

beforeEach(beginAnew)

describe('a form that another page was opened over', () => {
  it('shows what was filled in there', async () => {
    const page = await onReview()
    await keepDraft('register', { answers: { ...answers, 'person.name': '林知秋' }, step: 'review' })
    showAgain()
    await page.settle()
    expect(page.text()).toContain('林知秋')
  })

  it('is empty once it was filed there, and nothing of it is stored again', async () => {
    const page = await onReview()
    await page.tap('checkbox', /^我填的是真的/)
    await page.settle()
    await dropDraft('register')
    showAgain()
    await page.settle()
    expect(page.text()).toContain('你现在是哪种情况')
    expect(page.text()).not.toContain('林知夏')
    await expect(readDraft('register')).resolves.toBeUndefined()
  })

  it('keeps what was just typed where nothing happened elsewhere', async () => {
    const page = await onReview()
    await page.tap('button', '修改本人')
    await page.type('姓名', '林知冬')
    showAgain()
    await page.settle()
    expect((page.find('input', '姓名') as HTMLInputElement).value).toBe('林知冬')
  })
})

it('who comes by a button that names a kind gets that kind, and may still change it', async () => {
  await rememberConsent(['registration'])
  await keepDraft('register', { answers, step: 'choose' })
  openWith({ kind: 'jobSeeking' })
  const page = render(<Register />)
  await page.settle()
  expect(page.find('radio', /^我想找工作/).getAttribute('aria-checked')).toBe('true')
  await page.tap('radio', /^我没有工作/)
  await page.settle()
  page.leave()
  const again = render(<Register />)
  await again.settle()
  expect(again.find('radio', /^我没有工作/).getAttribute('aria-checked')).toBe('true')
})

describe('handing in the registration', () => {
  it('happens once, however often it is tapped', async () => {
    cloudAnswers(filed, filed)
    const page = await onReview()
    await page.tap('button', '提交登记', 2)
    await page.settle()
    expect(sent.map(({ action }) => action)).toEqual(['registration.file'])
  })

  it('ends at the receipt, and nothing typed stays on the phone', async () => {
    cloudAnswers(filed)
    const page = await onReview()
    await page.tap('button', '提交登记')
    await page.settle()
    expect(asked).toContainEqual({ name: 'redirectTo', options: { url: '/pages/receipt/index' } })
    await expect(readDraft('register')).resolves.toBeUndefined()
  })

  it('asks anew whether to tell of the acceptance: what was allowed before was one message', async () => {
    const kept = () => store.read(`qihang.messages.${accountKey()}`)
    await store.write(`qihang.messages.${accountKey()}`, { registrationAccepted: 'accept' })
    cloudAnswers(filed)
    const page = await onReview()
    await page.tap('button', '提交登记')
    await page.settle()
    await expect(kept()).resolves.toEqual({})
  })

  it('keeps everything when the connection is lost, and the second try is the same request', async () => {
    cloudAnswers('cloud.callFunction:fail request:fail', filed)
    const page = await onReview()
    await page.tap('button', '提交登记')
    await page.settle()
    expect(page.text()).toContain('不会交成两份')
    await expect(readDraft('register')).resolves.toMatchObject({ value: { requestId: sent[0]?.input.requestId } })
    await page.tap('button', '再交一次')
    await page.settle()
    expect(sent).toHaveLength(2)
    expect(sent[1]?.input).toEqual(sent[0]?.input)
  })

  it('says it was our fault, with a number, when the cloud is down', async () => {
    cloudAnswers({ ok: false, error: { code: 'TRY_AGAIN', message: '再试', requestId: '7f3a91c2-1' } })
    const page = await onReview()
    await page.tap('button', '提交登记')
    await page.settle()
    expect(page.text()).toMatch(/是我们的问题.*7F3A 91C2/)
    await page.tap('button', '回去看看填的')
    expect(page.text()).toContain('林知夏')
  })

  it('puts what was refused beside its field; the mended form is another request', async () => {
    const error = {
      code: 'INVALID_INPUT',
      message: '有一处要改',
      fields: { 'person.name': '姓名和证件对不上，请再看一眼' },
      requestId: 'r1',
    }
    cloudAnswers({ ok: false, error }, filed)
    const page = await onReview()
    await page.tap('button', '提交登记')
    await page.settle()
    expect(page.find('alert', /对不上/)).toBeDefined()
    await page.type('姓名', '林知秋')
    await page.tap('button', '改好了')
    await page.settle()
    await page.tap('button', '提交登记')
    await page.settle()
    expect(sent[1]?.input.person.name).toBe('林知秋')
    expect(sent[1]?.input.requestId).not.toBe(sent[0]?.input.requestId)
  })

  it('asks for the consent again where the cloud has none, and keeps the draft', async () => {
    cloudAnswers({ ok: false, error: { code: 'CONSENT_MISSING', message: '请先看隐私说明', requestId: 'r1' } })
    const page = await onReview()
    await page.tap('button', '提交登记')
    await page.settle()
    expect(asked).toContainEqual({ name: 'redirectTo', options: { url: '/pages/privacy/index?next=register' } })
    await expect(readDraft('register')).resolves.toMatchObject({ value: { answers: { 'person.name': '林知夏' } } })
  })
})

it('a phone without room says so instead of a time, and the form goes on', async () => {
  const page = await onReview()
  fillStorage()
  await page.tap('button', '修改本人')
  await page.type('姓名', '林知秋')
  await page.settle()
  expect(page.text()).toContain('手机存不下了')
  expect(page.text()).not.toContain('已存在手机里')
  expect((page.find('input', '姓名') as HTMLInputElement).value).toBe('林知秋')
})

it('nobody fills in the form before the privacy notice', async () => {
  answerWith(() => Promise.resolve({ ok: true, data: { current: '2024-08-01' } }))
  const page = render(<Register />)
  await page.settle()
  expect(asked).toContainEqual({ name: 'redirectTo', options: { url: '/pages/privacy/index?next=register' } })
  expect(page.host.querySelector('input')).toBeNull()
})
