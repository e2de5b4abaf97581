import { useState } from 'react'
import { districts } from '../../../cloud/data'
import { changeOf } from '../../../components/change'
import { WorkFields } from '../../../components/WorkFields'
import { fromIntention, toIntention, workProblems } from '../../../components/WorkFields/answers'
import { Frame } from './Frame'
import type { PartProps } from './props'
import { useCorrection } from './useCorrection'

export function CorrectWork({ entry, reload }: PartProps) {
  const [answers, setAnswers] = useState(() => fromIntention(entry.intention, entry.situation))
  const { busy, errors, failed, outdated, point, send, settle } = useCorrection(entry)
  const save = () => {
    const intention = toIntention(answers)
    if (point(workProblems(answers)) || !intention) return
    void send({ intention })
  }
  return (
    <Frame question="打算改成什么？" busy={busy} failed={failed} onReload={outdated ? reload : undefined} onSave={save}>
      <WorkFields
        answers={answers}
        errors={errors}
        districts={districts}
        askEmployment={false}
        onChange={change => {
          setAnswers(before => ({ ...before, ...changeOf(before, change) }))
          Object.keys(changeOf(answers, change)).forEach(settle)
        }}
        onLeave={path => {
          const problem = workProblems(answers)[path]
          if (problem) point({ [path]: problem })
        }}
      />
    </Frame>
  )
}
