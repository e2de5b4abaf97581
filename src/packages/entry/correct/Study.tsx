import { searchCatalogue } from '../../../cloud/searchCatalogue'
import { StudyFields } from '../../../components/StudyFields'
import { Frame } from './Frame'
import { STUDY } from './parts'
import type { PartProps } from './props'
import { useCorrection } from './useCorrection'

export function CorrectStudy({ entry, today, unsent }: PartProps) {
  const correction = useCorrection(STUDY, entry, today, unsent)
  const { answers, errors, change } = correction
  return (
    <Frame question="学业改成什么？" correction={correction}>
      <StudyFields answers={answers} errors={errors} today={today} search={searchCatalogue} onChange={change} />
    </Frame>
  )
}
