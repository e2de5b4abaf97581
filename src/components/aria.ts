import { innerInput } from '../cloud/host/innerInput'
import { roleProps } from '../cloud/host/role'

type Role =
  | 'alert'
  | 'button'
  | 'checkbox'
  | 'dialog'
  | 'group'
  | 'heading'
  | 'img'
  | 'main'
  | 'radio'
  | 'radiogroup'
  | 'region'
  | 'status'

export interface Aria {
  role?: Role
  label?: string
  checked?: boolean
  disabled?: boolean
  /** Of a heading: 1 asks what the page is about. */
  level?: 1 | 2
}

/** What a screen reader is told, for any Taro component. */
export function aria({ role, label, checked, disabled, level }: Aria): Record<string, unknown> {
  return {
    ...(role ? roleProps(role, level) : {}),
    ...(label ? { ariaLabel: label } : {}),
    ...(checked === undefined ? {} : { ariaChecked: String(checked) }),
    ...(disabled ? { ariaDisabled: 'true' } : {}),
  }
}

/** What a screen reader is told about a field one types in. */
export const namedInput = (label: string, invalid: boolean, digits = false): Record<string, unknown> => ({
  ariaLabel: label,
  ...innerInput(label, invalid, digits),
})
