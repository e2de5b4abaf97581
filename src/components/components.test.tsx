import { render } from '../../test/pages/render'
import { Button } from './Button'
import { Cell } from './Cell'
import { ChoiceCard } from './ChoiceCard'
import { Doors } from './Doors'
import { ErrorState } from './ErrorState'
import { PickField, TextField } from './Field'
import { Page, type Load } from './Page'
import { SearchSheet, type Found } from './SearchSheet'
import { servicesDone, ServiceStrip } from './ServiceStrip'
import { StepBar } from './StepBar'

describe('a button', () => {
  it('does its thing once tapped', async () => {
    const tapped = jest.fn()
    await render(<Button label="下一步" onClick={tapped} />).tap('button', '下一步')
    expect(tapped).toHaveBeenCalledTimes(1)
  })
  it('does nothing while it is busy, and says so', async () => {
    const tapped = jest.fn()
    const page = render(<Button label="正在交" busy onClick={tapped} />)
    await page.tap('button', '正在交')
    expect(tapped).not.toHaveBeenCalled()
    expect(page.find('button', '正在交').getAttribute('aria-disabled')).toBe('true')
  })
})

describe('a cell', () => {
  it('is one tap with a full name', async () => {
    const tapped = jest.fn()
    await render(<Cell title="看办理经过" note="谁做了什么" onClick={tapped} />).tap('button', '看办理经过，谁做了什么')
    expect(tapped).toHaveBeenCalled()
  })
  it('that only tells is no button', () => {
    expect(() => render(<Cell title="登记编号" />).find('button', /登记编号/)).toThrow()
  })
})

it('a choice says whether it is chosen', () => {
  const page = render(<ChoiceCard title="我没有工作" on onClick={() => undefined} />)
  expect(page.find('radio', '我没有工作').getAttribute('aria-checked')).toBe('true')
})

it('no door is chosen beforehand, and the chosen one is explained', () => {
  const none = render(<Doors value={undefined} onChange={() => undefined} />)
  expect(none.host.querySelectorAll('[aria-checked="true"]')).toHaveLength(0)
  expect(render(<Doors value="residence" onChange={() => undefined} />).text()).toContain('不用居住证')
})

describe('a field', () => {
  it('says what is wrong below itself, as an alert', () => {
    const page = render(
      <TextField
        path="person.name"
        label="姓名"
        value="林"
        error="姓名至少两个字，请按证件填全"
        onChange={() => undefined}
      />,
    )
    expect(page.find('alert', /至少两个字/)).toBeDefined()
  })
  it('hands on every character', async () => {
    const changed = jest.fn()
    await render(<TextField path="person.name" label="姓名" value="" onChange={changed} />).type('姓名', '林知夏')
    expect(changed).toHaveBeenCalledWith('林知夏')
  })
  it('that picks opens a list and closes it with the choice', async () => {
    const picked = jest.fn()
    const options = [{ key: 'chaoyang', name: '朝阳区' }] as const
    const page = render(<PickField path="d" label="哪个区" options={options} value={undefined} onChange={picked} />)
    await page.tap('button', '哪个区，请选择')
    await page.tap('radio', '朝阳区')
    expect(picked).toHaveBeenCalledWith('chaoyang')
    expect(page.host.querySelector('[role="dialog"]')).toBeNull()
  })
})

describe('the six services', () => {
  it('are counted by their bits', () => {
    expect(servicesDone(0)).toBe(0)
    expect(servicesDone(1 + 4 + 8)).toBe(3)
    expect(servicesDone(63)).toBe(6)
  })
  it('say in words what the marks show', () => {
    expect(render(<ServiceStrip served={5} />).find('img', '6 次服务，完成 2 次')).toBeDefined()
  })
})

it('the step bar names this step and the next', () => {
  expect(render(<StepBar names={['选一选', '本人', '核对']} at={1} />).text()).toBe(
    '第 2 步：本人共 3 步，下一步：核对',
  )
})

it('an error carries a number one can read out', () => {
  expect(render(<ErrorState title="没交上去" text="" requestId="7f3a91c2-11" />).text()).toContain('7F3A 91C2')
})

describe('a page that waits', () => {
  const load = (phase: Load['phase'], more: Partial<Load> = {}): Load => ({ phase, retry: () => undefined, ...more })
  it('shows nothing at first, then where the text will be', () => {
    expect(render(<Page load={load('quiet')}>内容</Page>).text()).toBe('')
    expect(
      render(<Page load={load('loading')}>内容</Page>).host.querySelector('[aria-label="正在读取"]'),
    ).not.toBeNull()
  })
  it('says when it takes long, and can be asked again', async () => {
    const retry = jest.fn()
    await render(<Page load={load('slow', { retry })}>内容</Page>).tap('button', '再试一次')
    expect(retry).toHaveBeenCalled()
  })
  it.each(['offline', 'unavailable', 'refused'] as const)('%s has one way on', phase => {
    expect(render(<Page load={load(phase, { message: '还没有' })}>内容</Page>).find('button', '再试一次')).toBeDefined()
  })
  it('shows its content once it is there', () => {
    expect(render(<Page load={load('ready')}>内容</Page>).text()).toBe('内容')
  })
})

describe('searching a school', () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())
  const open = async (search: (query: string) => Promise<Found[] | undefined>) => {
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
    await page.type('搜毕业院校', '北工大')
    await page.rest(300)
    return { page, picked }
  }
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
})
