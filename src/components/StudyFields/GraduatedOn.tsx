import { View } from '@tarojs/components'
import { addYears, chineseDate, type BeijingDate } from '../../domain/time'
import { aria } from '../aria'
import { Chip } from '../Chip'
import { DateField } from '../Field'

/** Days that certificates carry most often: the end of June and the first of July. */
const USUAL_DAYS = ['06-30', '07-01']

/** The usual days of the latest summer that has come. */
export function usualDays(today: BeijingDate): BeijingDate[] {
  const year = Number(today.slice(0, 4))
  const days = (of: number) => USUAL_DAYS.map(day => `${of}-${day}`)
  return days(year).every(day => day <= today) ? days(year) : days(year - 1)
}

interface Props {
  studying: boolean
  value: BeijingDate | undefined
  error: string | undefined
  today: BeijingDate
  onChange: (day: BeijingDate) => void
}

/** The day on the certificate, or the one expected. */
export function GraduatedOn({ studying, value, error, today, onChange }: Props) {
  const usual = usualDays(today)
  return (
    <View>
      <DateField
        path="education.graduatedOn"
        label={studying ? '哪天毕业' : '毕业日期'}
        help={studying ? '估计的日子就行，不知道可以不填' : '毕业证上写的那一天，是下面两天就直接点'}
        value={value}
        {...(error ? { error } : {})}
        from={addYears(today, -60)}
        to={studying ? addYears(today, 8) : today}
        startAt={studying ? `${today.slice(0, 4)}-07-01` : usual[1]!}
        onChange={onChange}
      />
      {!studying && (
        <View className="qh-chips qh-study__days" {...aria({ role: 'radiogroup', label: '常见的毕业日期' })}>
          {usual.map(day => (
            <Chip key={day} label={chineseDate(day)} on={day === value} single onClick={() => onChange(day)} />
          ))}
        </View>
      )}
    </View>
  )
}
