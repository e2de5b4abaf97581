import { render } from '../../../test/pages/render'
import { ChoiceField, fieldId, PickField, TapField, TextField } from '.'

const nothing = () => undefined

describe('a field one types in', () => {
  it('has its label, and says what is wrong below itself, as an alert', () => {
    const page = render(
      <TextField path="person.name" label="姓名" value="林" error="姓名至少两个字，请按证件填全" onChange={nothing} />,
    )
    expect(page.find('input', '姓名')).toBeDefined()
    expect(page.find('alert', /至少两个字/)).toBeDefined()
    expect(page.host.querySelector('.qh-field__box--error')).not.toBeNull()
  })

  it('says nothing wrong before there is something wrong', () => {
    const { host } = render(<TextField path="person.name" label="姓名" value="" onChange={nothing} />)
    expect(host.querySelector('[role="alert"], .qh-field__box--error')).toBeNull()
  })

  it('helps between the label and the box', () => {
    const { host } = render(
      <TextField path="person.name" label="姓名" help="按证件上的写" value="" onChange={nothing} />,
    )
    const [label, help, box] = Array.from(host.querySelector('.qh-field')!.children)
    expect([label?.textContent, help?.textContent, box?.className]).toEqual(['姓名', '按证件上的写', 'qh-field__box'])
  })

  it('hands on every character and keeps what was typed', async () => {
    const changed = jest.fn()
    const page = render(<TextField path="person.name" label="姓名" value="林" onChange={changed} />)
    await page.type('姓名', '林知夏')
    expect(changed).toHaveBeenCalledWith('林知夏')
    expect((page.find('input', '姓名') as HTMLInputElement).value).toBe('林')
  })

  it('can be named by a selector', () => {
    expect(fieldId('person.idNumber')).toBe('f-person-idNumber')
    expect(
      render(<TextField path="person.idNumber" label="号码" value="" onChange={nothing} />).host.querySelector(
        '#f-person-idNumber',
      ),
    ).not.toBeNull()
  })
})

describe('a field that picks', () => {
  const options = [
    { key: 'chaoyang', name: '朝阳区' },
    { key: 'haidian', name: '海淀区' },
  ] as const

  it('opens a list and closes it with the choice', async () => {
    const picked = jest.fn()
    const page = render(<PickField path="d" label="哪个区" options={options} value={undefined} onChange={picked} />)
    await page.tap('button', '哪个区，请选择')
    await page.tap('radio', '朝阳区')
    expect(picked).toHaveBeenCalledWith('chaoyang')
    expect(page.host.querySelector('[role="dialog"]')).toBeNull()
  })

  it('shows what was chosen, in the box and in the list', async () => {
    const page = render(<PickField path="d" label="哪个区" options={options} value="haidian" onChange={nothing} />)
    await page.tap('button', '哪个区，海淀区')
    expect(page.find('radio', '海淀区').getAttribute('aria-checked')).toBe('true')
    expect(page.find('radio', '朝阳区').getAttribute('aria-checked')).toBe('false')
  })

  it('is left unchanged where the list is closed', async () => {
    const picked = jest.fn()
    const page = render(<PickField path="d" label="哪个区" options={options} value="haidian" onChange={picked} />)
    await page.tap('button', '哪个区，海淀区')
    await page.tap('button', '关闭')
    expect(picked).not.toHaveBeenCalled()
    expect(page.host.querySelector('[role="dialog"]')).toBeNull()
  })
})

it('a field of a few answers shows all of them, none chosen beforehand', async () => {
  const chosen = jest.fn()
  const options = [
    { key: 'yes', name: '想找工作' },
    { key: 'no', name: '现在不找' },
  ] as const
  const page = render(<ChoiceField path="w" label="想找工作吗" options={options} value={undefined} onChange={chosen} />)
  expect(page.find('radiogroup', '想找工作吗').querySelectorAll('[aria-checked="false"]')).toHaveLength(2)
  await page.tap('radio', '现在不找')
  expect(chosen).toHaveBeenCalledWith('no')
})

it('a field that opens something says what stands in it, or that nothing does', () => {
  expect(
    render(<TapField path="s" label="专业" shown="" onClick={nothing} />).find('button', '专业，请选择'),
  ).toBeDefined()
  expect(
    render(<TapField path="s" label="专业" shown="软件工程" onClick={nothing} />).find('button', '专业，软件工程'),
  ).toBeDefined()
})
