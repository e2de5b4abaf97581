import { Text } from '@tarojs/components'
import { render } from '../../../test/pages/render'
import { Masked } from '.'

const shown = (value: string) => {
  const { host } = render(
    <Text>
      <Masked value={value} />
    </Text>,
  )
  return { text: host.textContent, together: host.querySelector('.qh-masked__end')?.textContent }
}

it('keeps the end of a masked document number in one piece with some stars, and changes no letter', () => {
  expect(shown('110***********4524')).toEqual({ text: '110***********4524', together: '****4524' })
  expect(shown('110***********011X')).toEqual({ text: '110***********011X', together: '****011X' })
})

it('leaves everything else as it is', () => {
  for (const value of ['138****2671', '林**', '北京工业大学', ''])
    expect(shown(value)).toEqual({ text: value, together: undefined })
})
