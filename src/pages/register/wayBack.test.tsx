import { render } from '../../../test/pages/render'
import { asked, openOver, showAgain } from '../../../test/pages/taro'
import { keepDraft } from '../../cloud/drafts'
import { toForm } from '../../cloud/form'
import { rememberConsent } from '../../cloud/kept'
import Register from '.'
import { answers, beginAnew, onReview } from './forTests'

beforeEach(beginAnew)

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

  it('back from the check or the two kinds, the form has the kind they led to, whatever it stood at', async () => {
    await rememberConsent(['registration'])
    await keepDraft('register', { answers: { ...answers, kind: 'unemployment' }, step: 'choose', wished: 'jobSeeking' })
    const page = render(<Register />)
    await page.settle()
    openOver('pages/register/index')
    await toForm('jobSeeking')
    showAgain()
    await page.settle()
    expect(page.find('radio', /^我想找工作/).getAttribute('aria-checked')).toBe('true')
    // coming back another time leaves a later choice alone
    await page.tap('radio', /^我没有工作/)
    showAgain()
    await page.settle()
    expect(page.find('radio', /^我没有工作/).getAttribute('aria-checked')).toBe('true')
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
