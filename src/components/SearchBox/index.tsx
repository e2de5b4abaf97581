import { Input, View } from '@tarojs/components'
import { cursorTo } from '../../cloud/host/focus'
import { namedInput } from '../aria'
import { Button } from '../Button'
import { Icon } from '../Icon'
import './index.scss'

interface Props {
  id: string
  value: string
  /** What a screen reader calls it. */
  label: string
  /** What one may type, while nothing is typed. */
  hint?: string
  /** In a sheet, which moves above the keyboard by itself; the keyboard comes at once and stays while one taps what was found. */
  inSheet?: boolean
  onChange: (query: string) => void
}

/** Where one types what is looked for; emptied in one tap. */
export function SearchBox({ id, value, label, hint, inSheet, onChange }: Props) {
  const clear = () => {
    onChange('')
    cursorTo(id)
  }
  return (
    <View id={id} className="qh-search">
      <Icon name="search" size="s" />
      <Input
        className="qh-grow qh-search__input"
        value={value}
        maxlength={60}
        {...(hint ? { placeholder: hint, placeholderClass: 'qh-search__hint' } : {})}
        {...(inSheet ? { focus: true, adjustPosition: false, holdKeyboard: true } : {})}
        onInput={event => onChange(event.detail.value)}
        {...namedInput(label, false)}
      />
      {value !== '' && <Button label="清空" kind="text" small end onClick={clear} />}
    </View>
  )
}
