import type { ChangeEvent, CSSProperties, FocusEvent, KeyboardEvent, ReactNode } from 'react'

interface Props {
  className?: string
  id?: string
  style?: CSSProperties
  hoverClass?: string
  children?: ReactNode
  onClick?: () => void
  nativeProps?: Record<string, unknown>
  ariaRole?: string
  ariaLabel?: string
  ariaChecked?: string
  ariaDisabled?: string
}

/** What a screen reader would find; everything else of Taro's props has no meaning here. */
const spoken = ({
  className,
  id,
  style,
  hoverClass,
  onClick,
  ariaRole,
  ariaLabel,
  ariaChecked,
  ariaDisabled,
}: Props) => ({
  className,
  id,
  style,
  // what it looks like while it is pressed
  'data-hover': hoverClass,
  onClick,
  role: ariaRole,
  'aria-label': ariaLabel,
  'aria-checked': ariaChecked as 'true' | 'false' | undefined,
  'aria-disabled': ariaDisabled as 'true' | undefined,
})

export const View = (props: Props) => <div {...spoken(props)}>{props.children}</div>
export const Text = (props: Props) => <span {...spoken(props)}>{props.children}</span>
export const ScrollView = View
export const Picker = View
export const Canvas = () => null
/** WeChat closes it first where one goes back: a test closes it by its `onAfterLeave`. */
export const PageContainer = ({ show, onAfterLeave }: Props & { show?: boolean; onAfterLeave?: () => void }) =>
  show ? <i data-back onClick={onAfterLeave} /> : null
export const Button = (props: Props) => (
  <button type="button" {...spoken(props)}>
    {props.children}
  </button>
)

interface InputProps extends Props {
  value: string
  focus?: boolean
  onInput: (event: { detail: { value: string } }) => void
  onBlur?: (event: FocusEvent) => void
  onConfirm?: () => void
}

const typed = ({ value, focus, onInput, onBlur, onConfirm, ...rest }: InputProps) => ({
  ...spoken(rest),
  ...rest.nativeProps,
  'data-focus': focus,
  value,
  onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
    onInput({ detail: { value: event.target.value } }),
  onBlur,
  onKeyDown: (event: KeyboardEvent) => event.key === 'Enter' && onConfirm?.(),
})
export const Input = (props: InputProps) => <input {...typed(props)} />
export const Textarea = (props: InputProps) => <textarea {...typed(props)} />
