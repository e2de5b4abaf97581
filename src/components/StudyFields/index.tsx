import { useState } from 'react'
import { isHigherEducation } from '../../domain/education'
import type { BeijingDate } from '../../domain/time'
import { ChoiceField, TapField } from '../Field'
import { SearchSheet, type Found } from '../SearchSheet'
import type { Graduation, StudyAnswers } from './answers'
import { GraduatedOn } from './GraduatedOn'
import { Level } from './Level'
import './index.scss'

export type Searched = 'school' | 'major'

interface Props {
  answers: StudyAnswers
  errors: Record<string, string>
  today: BeijingDate
  onChange: (change: Partial<StudyAnswers>) => void
  /** Undefined where nothing can be looked up now. */
  search: (what: Searched, query: string) => Promise<Found[] | undefined>
}

const GRADUATIONS: { key: Graduation; name: string }[] = [
  { key: 'left', name: '已经毕业' },
  { key: 'studying', name: '还在上学' },
  { key: 'none', name: '没拿毕业证' },
]

const SHEETS: Record<Searched, { title: string; ownLabel: string }> = {
  school: { title: '毕业院校', ownLabel: '没有我的学校，自己写' },
  major: { title: '专业', ownLabel: '没有我的专业，自己写' },
}

/** Last schooling: the same questions when registering and when correcting. */
export function StudyFields({ answers, errors, today, onChange, search }: Props) {
  const [searched, setSearched] = useState<Searched>()
  const { graduation } = answers
  const studying = graduation === 'studying'
  const level = answers['education.level']
  const higher = level === undefined || isHigherEducation(level)

  function pick({ name, code }: Found) {
    if (searched === 'major') {
      onChange({ 'education.major': name, 'education.majorCode': code })
      return setSearched(undefined)
    }
    onChange({ 'education.school': name, 'education.schoolCode': code })
    // The two belong together: who has named the school is asked for the major where they are.
    setSearched(higher && answers['education.major'] === '' ? 'major' : undefined)
  }

  return (
    <>
      <Level value={level} error={errors['education.level']} onChange={next => onChange({ 'education.level': next })} />
      <ChoiceField
        path="graduation"
        label="毕业了吗"
        options={GRADUATIONS}
        value={graduation}
        error={errors.graduation ?? errors['situation.inSchool']}
        onChange={next => onChange({ graduation: next })}
      />
      {(graduation === 'left' || studying) && (
        <GraduatedOn
          studying={studying}
          value={answers['education.graduatedOn']}
          error={errors['education.graduatedOn']}
          today={today}
          onChange={on => onChange({ 'education.graduatedOn': on })}
        />
      )}
      <TapField
        path="education.school"
        label={SHEETS.school.title}
        help={
          !higher ? '可以不填' : studying ? '现在读的学校，名单里没有就自己写' : '名单里没有就自己写，国外的学校也一样'
        }
        shown={answers['education.school']}
        error={errors['education.school']}
        onClick={() => setSearched('school')}
      />
      <TapField
        path="education.major"
        label={SHEETS.major.title}
        help="没有分专业可以不填"
        shown={answers['education.major']}
        error={errors['education.major']}
        onClick={() => setSearched('major')}
      />
      {searched && (
        <SearchSheet
          key={searched}
          {...SHEETS[searched]}
          start={answers[`education.${searched}`]}
          search={query => search(searched, query)}
          onPick={pick}
          onClose={() => setSearched(undefined)}
        />
      )}
    </>
  )
}
