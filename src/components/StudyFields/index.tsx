import { useState } from 'react'
import { EDUCATION_LEVEL_NAMES, EDUCATION_LEVELS } from '../../domain/education'
import { addYears, type BeijingDate } from '../../domain/time'
import { ChoiceField, DateField, PickField, TapField } from '../Field'
import { SearchSheet, type Found } from '../SearchSheet'
import type { Graduation, StudyAnswers } from './answers'

export type Searched = 'school' | 'major'

interface Props {
  answers: StudyAnswers
  errors: Record<string, string>
  today: BeijingDate
  onChange: (change: Partial<StudyAnswers>) => void
  /** Undefined where nothing can be looked up now. */
  search: (what: Searched, query: string) => Promise<Found[] | undefined>
}

const LEVELS = EDUCATION_LEVELS.map(key => ({ key, name: EDUCATION_LEVEL_NAMES[key] }))
const GRADUATIONS: { key: Graduation; name: string }[] = [
  { key: 'left', name: '已经毕业' },
  { key: 'studying', name: '还在上学' },
  { key: 'none', name: '没拿毕业证' },
]

/** Last schooling: the same questions when registering and when correcting. */
export function StudyFields({ answers, errors, today, onChange, search }: Props) {
  const [searched, setSearched] = useState<Searched>()
  const studying = answers.graduation === 'studying'
  return (
    <>
      <PickField
        path="education.level"
        label="最高学历"
        options={LEVELS}
        value={answers['education.level']}
        error={errors['education.level']}
        onChange={level => onChange({ 'education.level': level })}
      />
      <ChoiceField
        path="graduation"
        label="毕业了吗"
        options={GRADUATIONS}
        value={answers.graduation}
        error={errors.graduation ?? errors['situation.inSchool']}
        onChange={graduation => onChange({ graduation })}
      />
      {(answers.graduation === 'left' || studying) && (
        <DateField
          path="education.graduatedOn"
          label={studying ? '哪天毕业' : '毕业日期'}
          help={studying ? '估计的日子就行，不知道可以不填' : '毕业证上写的那一天'}
          value={answers['education.graduatedOn']}
          error={errors['education.graduatedOn']}
          from={addYears(today, -60)}
          to={studying ? addYears(today, 8) : today}
          startAt={`${today.slice(0, 4)}-07-01`}
          onChange={on => onChange({ 'education.graduatedOn': on })}
        />
      )}
      <TapField
        path="education.school"
        label="毕业院校"
        help={studying ? '现在读的学校' : undefined}
        shown={answers['education.school']}
        error={errors['education.school']}
        onClick={() => setSearched('school')}
      />
      <TapField
        path="education.major"
        label="专业"
        help="没有分专业可以不填"
        shown={answers['education.major']}
        error={errors['education.major']}
        onClick={() => setSearched('major')}
      />
      {searched && (
        <SearchSheet
          title={searched === 'school' ? '毕业院校' : '专业'}
          start={answers[`education.${searched}`]}
          ownLabel={searched === 'school' ? '没有我的学校，自己写' : '没有我的专业，自己写'}
          search={query => search(searched, query)}
          onPick={({ name, code }) => {
            onChange(
              searched === 'school'
                ? { 'education.school': name, 'education.schoolCode': code }
                : { 'education.major': name, 'education.majorCode': code },
            )
            setSearched(undefined)
          }}
          onClose={() => setSearched(undefined)}
        />
      )}
    </>
  )
}
