import { useState } from 'react'
import { searchCatalogue } from '../../../cloud/searchCatalogue'
import { StudyFields } from '../../../components/StudyFields'
import { fromEducation, studyProblems, toEducation } from '../../../components/StudyFields/answers'
import { Frame } from './Frame'
import type { PartProps } from './props'
import { useCorrection } from './useCorrection'

export function CorrectStudy({ entry, today, reload }: PartProps) {
  const [answers, setAnswers] = useState(() => fromEducation(entry.education, entry.situation?.inSchool, today))
  const { busy, errors, failed, outdated, point, send, settle } = useCorrection(entry)
  const save = () => {
    const education = toEducation(answers)
    if (point(studyProblems(answers, today)) || !education) return
    void send({ education, situation: { ...entry.situation, inSchool: answers.graduation === 'studying' } })
  }
  return (
    <Frame question="学业改成什么？" busy={busy} failed={failed} onReload={outdated ? reload : undefined} onSave={save}>
      <StudyFields
        answers={answers}
        errors={errors}
        today={today}
        search={searchCatalogue}
        onChange={change => {
          setAnswers(before => ({ ...before, ...change }))
          Object.keys(change).forEach(settle)
        }}
      />
    </Frame>
  )
}
