export interface Aria {
  role?:
    | 'button'
    | 'radio'
    | 'checkbox'
    | 'heading'
    | 'img'
    | 'alert'
    | 'dialog'
    | 'option'
    | 'status'
    | 'radiogroup'
    | 'group'
  label?: string
  checked?: boolean
  disabled?: boolean
}

/**
 * What a screen reader is told, for any Taro component. WeChat reads the `aria…` props; in a browser they are reflected
 * by the element itself, which also needs `role`, and `tabIndex` to be reached with a keyboard.
 */
export function aria({ role, label, checked, disabled }: Aria): Record<string, unknown> {
  const told: Record<string, unknown> = {}
  if (role) Object.assign(told, { role, ariaRole: role })
  if (label) told.ariaLabel = label
  if (checked !== undefined) told.ariaChecked = String(checked)
  if (disabled) told.ariaDisabled = 'true'
  if (role === 'button' || role === 'radio' || role === 'checkbox' || role === 'option') told.tabIndex = 0
  return told
}

/**
 * Taro's inputs keep an element of their own inside: it needs the name too. A browser's number field would drop what
 * people paste (+86, spaces), so numbers are typed as one types a phone number.
 */
export const namedInput = (label: string, invalid: boolean, digits = false): Record<string, unknown> => ({
  ariaLabel: label,
  nativeProps: {
    'aria-label': label,
    'aria-invalid': invalid ? 'true' : undefined,
    ...(digits ? { type: 'tel' } : {}),
  },
})
