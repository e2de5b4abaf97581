import { Text } from '@tarojs/components'
import './index.scss'

/** A long row of stars, and what stays readable behind it. */
const STARS = /^(.*\*{5,})(\*{4}[0-9A-Z]+)$/

/** A value as one reads it; where a masked document number needs two lines, the second holds its last digits and some stars. */
export function Masked({ value }: { value: string }) {
  const [, before, after] = STARS.exec(value) ?? []
  if (!before) return <>{value}</>
  return (
    <>
      {before}
      <Text className="qh-masked__end">{after}</Text>
    </>
  )
}
