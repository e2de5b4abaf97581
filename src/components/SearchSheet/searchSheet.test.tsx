import { render } from '../../../test/pages/render'
import { SearchSheet, type Found } from '.'
import { splitMatch } from './match'

describe('searching a school', () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())
  const open = async (search: (query: string) => Promise<Found[] | undefined>, typed = '北工大') => {
    const picked = jest.fn()
    const page = render(
      <SearchSheet
        title="毕业院校"
        start=""
        ownLabel="没有我的学校，自己写"
        search={search}
        onPick={picked}
        onClose={() => undefined}
      />,
    )
    if (typed) await page.type('搜毕业院校', typed)
    await page.rest(300)
    return { page, picked }
  }

  it('begins in the box, so that one can type at once', async () => {
    const { page } = await open(() => Promise.resolve([]), '')
    expect(page.find('input', '搜毕业院校').getAttribute('data-focus')).toBe('true')
    expect(page.text()).toContain('写几个字就能搜')
  })

  it('offers what was found', async () => {
    const { page, picked } = await open(() => Promise.resolve([{ name: '北京工业大学', note: '北京市，本科' }]))
    await page.tap('button', '北京工业大学，北京市，本科')
    expect(picked).toHaveBeenCalledWith({ name: '北京工业大学', note: '北京市，本科' })
  })

  it('takes what was typed where the school is not on the list', async () => {
    const { page, picked } = await open(() => Promise.resolve([]))
    expect(page.text()).toContain('没有找到')
    await page.tap('button', /自己写/)
    expect(picked).toHaveBeenCalledWith({ name: '北工大' })
  })

  it('goes on without a net', async () => {
    const { page, picked } = await open(() => Promise.resolve(undefined))
    expect(page.text()).toContain('现在查不到')
    await page.tap('button', /自己写/)
    expect(picked).toHaveBeenCalledWith({ name: '北工大' })
  })

  it('asks once where one types on', async () => {
    const search = jest.fn(() => Promise.resolve<Found[]>([]))
    const { page } = await open(search, '')
    await page.type('搜毕业院校', '北')
    await page.rest(100)
    await page.type('搜毕业院校', '北工')
    await page.rest(300)
    expect(search.mock.calls).toEqual([['北工']])
  })

  it('does not show an answer to what was typed before', async () => {
    let late: (found: Found[]) => void = () => undefined
    const search = (query: string) =>
      query === '北' ? new Promise<Found[]>(resolve => (late = resolve)) : Promise.resolve([{ name: '清华大学' }])
    const { page } = await open(search, '北')
    await page.type('搜毕业院校', '清华')
    await page.rest(300)
    late([{ name: '北京大学' }])
    await page.rest(0)
    expect(page.text()).toContain('清华大学')
    expect(page.text()).not.toContain('北京大学')
  })

  it('is emptied with one tap', async () => {
    const { page } = await open(() => Promise.resolve([]))
    await page.tap('button', '清空')
    expect((page.find('input', '搜毕业院校') as HTMLInputElement).value).toBe('')
  })
})

it('shows which part of a name was typed', () => {
  expect(splitMatch('北京工业大学', '工业')).toEqual({ before: '北京', match: '工业', after: '大学' })
  expect(splitMatch('北京工业大学', '北工大')).toEqual({ before: '北京工业大学', match: '', after: '' })
})
