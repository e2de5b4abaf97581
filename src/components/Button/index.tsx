import { Button as TaroButton, Text, type ButtonProps } from '@tarojs/components'
import { aria } from '../aria'
import { classes } from '../classes'
import { Icon, type IconName } from '../Icon'
import './index.scss'

interface Props {
  /** Two to six characters, the verb of what happens. */
  label: string
  kind?: 'primary' | 'secondary' | 'outline' | 'text' | 'accent' | 'ondeep' | 'onsoft'
  small?: boolean
  grow?: boolean
  /** A text button at the right ends on the card's edge. */
  end?: boolean
  icon?: IconName
  /** Said instead of the label where the label alone doesn't tell what it acts on. */
  spoken?: string
  busy?: boolean
  onClick?: () => void
  /** A WeChat ability of the button (phone number, privacy); comes from src/cloud. */
  ability?: Partial<ButtonProps>
}

/** How a kind shows that it is pressed, where a darker surface wouldn't. */
const HOVER: Partial<Record<NonNullable<Props['kind']>, string>> = {
  primary: 'qh-hover--primary',
  text: 'qh-hover--dim',
  accent: 'qh-hover--accent',
  ondeep: 'qh-hover--dim',
}

export function Button({ label, kind = 'primary', small, grow, end, icon, spoken, busy, onClick, ability }: Props) {
  const name = classes(
    'qh-btn',
    `qh-btn--${kind}`,
    small && 'qh-btn--s',
    grow && 'qh-btn--grow',
    end && 'qh-btn--end',
    busy && 'qh-btn--busy',
  )
  return (
    <TaroButton
      className={name}
      hoverClass={busy ? 'none' : (HOVER[kind] ?? 'qh-hover')}
      {...aria({ role: 'button', label: spoken ?? label, disabled: busy })}
      {...(busy ? {} : { onClick, ...ability })}
    >
      {icon && <Icon name={icon} size="s" />}
      <Text>{label}</Text>
    </TaroButton>
  )
}
