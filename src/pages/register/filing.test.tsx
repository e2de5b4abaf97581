import { render } from '../../../test/pages/render'
import { answerWith, asked, fillStorage, forgetAll, openWith, showAgain } from '../../../test/pages/taro'
import { dropDraft, keepDraft, readDraft } from '../../cloud/drafts'
import { rememberConsent } from '../../cloud/kept'
import { checkCharacter } from '../../domain/person'
import { registrationNumber, REGISTRATION_NUMBER_BYTES } from '../../domain/registration'
import Register from '.'
import { emptyAnswers, type Answers } from './answers'

const body = '11010520020617452'
const answers: Answers = {
  ...emptyAnswers,
  kind: 'unemployment',
  basis: 'residence',
  handlingDistrict: 'chaoyang',
  'person.idNumber': body + checkCharacter(body),
  'person.name': '林知夏',
  'person.phone': '13812342671',
  'education.level': '61',
  graduation: 'left',
  'education.graduatedOn': '2020-07-01',
  'intention.wantsWork': true,
  declarations: ['truthful', 'jobless', 'seekingWork'],
}
const receipt = {
  no: registrationNumber(new Uint8Array(REGISTRATION_NUMBER_BYTES), '2024-08-20'),
  kind: 'unemployment',
  handlingDistrict: 'chaoyang',
  status: 'filed',
  filedAt: '2024-08-20T01:41:00.000Z',
}

type Sent = { action: string; input: { requestId: string; person: { name: string } } }
let sent: Sent[] = []

/** Filings get these answers one after the other; a string is a network error. */
function cloudAnswers(...replies: unknown[]) {
  answerWith(({ data }) => {
    const event = data as Sent
    sent.push(event)
    const reply = replies.shift()
    return typeof reply === 'string' ? Promise.reject({ errMsg: reply } as unknown as Error) : Promise.resolve(reply)
  })
}
const filed = { ok: true, data: { receipt } }

async function onReview() {
  await rememberConsent(['registration'])
  await keepDraft('register', { answers, step: 'review' })
  const page = render(<Register />)
  await page.settle()
  return page
}

beforeEach(() => {
  forgetAll()
  sent = []
})

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

describe('the way back and forth', () => {
  const goBack = async (page: ReturnType<typeof render>) => {
    await page.back()
    await page.settle()
  }

  it('going back is a step back, and on the first step it leaves', async () => {
    const page = await onReview()
    for (const question of ['想找什么样的工作', '最后在哪儿上的学', '你是谁，怎么找你', '你现在是哪种情况']) {
      await goBack(page)
      expect(page.text()).toContain(question)
    }
    await expect(page.back()).rejects.toThrow('leaves the page')
  })

  it('each answer read back is one tap from its field, and going back leads to the review again', async () => {
    const page = await onReview()
    await page.tap('button', /^姓名，林知夏，/)
    await page.settle()
    expect((page.find('input', '姓名') as HTMLInputElement).value).toBe('林知夏')
    expect(asked.at(-1)).toMatchObject({ name: 'pageScrollTo', options: { selector: '#f-person-name' } })
    await goBack(page)
    expect(page.text()).toContain('看一遍，没错就交')
  })

  it('the keyboard’s key goes from the name to the number', async () => {
    const page = await onReview()
    await page.tap('button', '修改本人')
    expect(page.find('input', '身份证号').dataset.focus).not.toBe('true')
    await page.confirm('姓名')
    expect(page.find('input', '身份证号').dataset.focus).toBe('true')
  })

  it('the cursor stands in the first empty box when a step opens', async () => {
    await rememberConsent(['registration'])
    await keepDraft('register', { answers: { ...answers, 'person.name': '' }, step: 'choose' })
    const page = render(<Register />)
    await page.settle()
    await page.tap('button', '下一步')
    await page.settle()
    expect(page.find('input', '姓名').dataset.focus).toBe('true')
  })

  it('an open list goes first, its step stays', async () => {
    const page = await onReview()
    await page.tap('button', '修改登记')
    await page.tap('button', /^哪个区/)
    expect(page.find('dialog', '哪个区')).toBeDefined()
    await goBack(page)
    expect(() => page.find('dialog', '哪个区')).toThrow()
    expect(page.text()).toContain('你现在是哪种情况')
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
  answerWith(() => Promise.resolve({ ok: true, data: { current: '2024-07-25' } }))
  const page = render(<Register />)
  await page.settle()
  expect(asked).toContainEqual({ name: 'redirectTo', options: { url: '/pages/privacy/index?next=register' } })
  expect(page.host.querySelector('input')).toBeNull()
})
