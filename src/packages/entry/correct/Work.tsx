import { districts } from '../../../cloud/data'
import { WorkFields } from '../../../components/WorkFields'
import { Frame } from './Frame'
import { WORK } from './parts'
import type { PartProps } from './props'
import { useCorrection } from './useCorrection'

export function CorrectWork({ entry, today, unsent }: PartProps) {
  const correction = useCorrection(WORK, entry, today, unsent)
  const { answers, errors, change, leaveField } = correction
  return (
    <Frame question="打算改成什么？" correction={correction}>
      <WorkFields
        answers={answers}
        errors={errors}
        districts={districts}
        askEmployment={false}
        onChange={change}
        onLeave={leaveField}
      />
    </Frame>
  )
}
