import { View } from '@tarojs/components'
import { searchCatalogue } from '../../../cloud/searchCatalogue'
import { Heading } from '../../../components/Heading'
import { StudyFields } from '../../../components/StudyFields'
import type { StepProps } from './props'

/** Last schooling. */
export const Study = ({ answers, errors, today, change }: StepProps) => (
  <>
    <Heading text="最后在哪儿上的学？" />
    <View className="qh-mt-4">
      <StudyFields answers={answers} errors={errors} today={today.day} search={searchCatalogue} onChange={change} />
    </View>
  </>
)
