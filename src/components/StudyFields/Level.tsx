import { ScrollView, View } from '@tarojs/components'
import { useState } from 'react'
import { EDUCATION_LEVEL_NAMES, EDUCATION_LEVELS, type EducationLevel } from '../../domain/education'
import { aria } from '../aria'
import { Chip } from '../Chip'
import { ChoiceCard } from '../ChoiceCard'
import { Field } from '../Field'
import { Sheet } from '../Sheet'

/** What nearly everybody here has, most frequent first; the others stand behind one more tap. */
const NEAR: readonly EducationLevel[] = ['21', '31', '14', '11', '61', '41']
const FAR = EDUCATION_LEVELS.filter(level => !NEAR.includes(level))

const LABEL = '最高学历'
const OTHER = '别的学历'

interface Props {
  value: EducationLevel | undefined
  error: string | undefined
  onChange: (level: EducationLevel) => void
}

/** The highest level of schooling, one tap for nearly everybody. */
export function Level({ value, error, onChange }: Props) {
  const [open, setOpen] = useState(false)
  const far = value && FAR.includes(value) ? value : undefined
  const pick = (level: EducationLevel) => {
    onChange(level)
    setOpen(false)
  }
  return (
    <Field path="education.level" label={LABEL} help="在国外读的，按对应的选" {...(error ? { error } : {})}>
      <View className="qh-chips qh-field__chips" {...aria({ role: 'radiogroup', label: LABEL })}>
        {NEAR.map(level => (
          <Chip
            key={level}
            label={EDUCATION_LEVEL_NAMES[level]}
            on={level === value}
            single
            onClick={() => pick(level)}
          />
        ))}
        <Chip
          label={far ? EDUCATION_LEVEL_NAMES[far] : OTHER}
          on={far !== undefined}
          single
          onClick={() => setOpen(true)}
        />
      </View>
      {open && (
        <Sheet title={OTHER} onClose={() => setOpen(false)}>
          <ScrollView className="qh-sheet__list" scrollY>
            <View {...aria({ role: 'radiogroup', label: OTHER })}>
              {FAR.map(level => (
                <ChoiceCard
                  key={level}
                  title={EDUCATION_LEVEL_NAMES[level]}
                  on={level === value}
                  bare
                  onClick={() => pick(level)}
                />
              ))}
            </View>
          </ScrollView>
        </Sheet>
      )}
    </Field>
  )
}
