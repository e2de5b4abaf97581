import { render } from '../../../test/pages/render'
import { asked, forgetAll, openOver, openWith } from '../../../test/pages/taro'
import { takeLed } from '../../cloud/form'
import Check from '.'

beforeEach(forgetAll)

it('says on every question what to do where nothing was chosen, the first one too', async () => {
  const page = render(<Check />)
  await page.settle()
  await page.tap('button', '下一题')
  expect(page.find('alert', /选一个再往下/)).toBeDefined()
  await page.tap('radio', /^我没有工作/)
  await page.tap('button', '下一题')
  await page.tap('button', '下一题')
  expect(page.find('alert', /选一个再往下/)).toBeDefined()
  await page.tap('radio', '选出生日期')
  await page.tap('button', '下一题')
  expect(page.find('alert', /选哪一天/)).toBeDefined()
})

const dontKnow = async (page: ReturnType<typeof render>, questions: number) => {
  for (let i = 1; i <= questions; i++) {
    await page.tap('radio', /^不知道/)
    await page.tap('button', i === questions ? '看结果' : '下一题')
  }
}

describe('who comes with a kind', () => {
  it('isn’t asked for it again, may still change it, and takes it along into the form', async () => {
    openWith({ kind: 'jobSeeking' })
    const page = render(<Check />)
    await page.settle()
    expect(page.text()).toContain('你哪天出生')
    await page.tap('button', '上一题')
    expect(page.find('radio', /^我想找工作/).getAttribute('aria-checked')).toBe('true')
    await page.tap('button', '下一题')
    await dontKnow(page, 3)
    await page.tap('button', '去办求职登记')
    expect(asked).toContainEqual({ name: 'redirectTo', options: { url: '/pages/register/index?kind=jobSeeking' } })
  })
})

it('opened from the form, it leads back to that one, with the kind; there is never a second', async () => {
  openOver('pages/home/index', '/pages/register/index?stamp=A', 'packages/guide/kinds/index')
  openWith({ kind: 'jobSeeking' })
  const page = render(<Check />)
  await page.settle()
  await dontKnow(page, 3)
  await page.tap('button', '去办求职登记')
  expect(asked.filter(({ name }) => name === 'redirectTo')).toEqual([])
  expect(asked).toContainEqual({ name: 'navigateBack', options: { delta: 2 } })
  expect([takeLed(), takeLed()]).toEqual(['jobSeeking', undefined])
})

it('what is still open is one tap from being answered, and the result one more', async () => {
  openWith({ kind: 'unemployment' })
  const page = render(<Check />)
  await page.settle()
  await dontKnow(page, 5)
  expect(page.text()).toContain('还有 4 条没说清')
  await page.tap('button', /^现在说：.*有没有工作/)
  await page.tap('radio', /^没有工作/)
  await page.tap('button', '看结果')
  expect(page.text()).toContain('还有 3 条没说清')
})

it('going back is a question back, from the result too, and on the first question it leaves', async () => {
  openWith({ kind: 'unemployment' })
  const page = render(<Check />)
  await page.settle()
  await dontKnow(page, 5)
  for (const question of ['想找工作吗', '有工作吗', '在上学吗', '毕业了吗', '哪天出生']) {
    await page.back()
    await page.settle()
    expect(page.text()).toContain(question)
  }
  await expect(page.back()).rejects.toThrow('leaves the page')
})

it('going back from a question that the result sent one to leads to the result again', async () => {
  openWith({ kind: 'jobSeeking' })
  const page = render(<Check />)
  await page.settle()
  await dontKnow(page, 3)
  await page.tap('button', /^现在说：.*出生/)
  await page.back()
  await page.settle()
  expect(page.text()).toContain('没说清')
})
