import { View } from '@tarojs/components'
import { districts } from '../../../cloud/data'
import { Heading } from '../../../components/Heading'
import { WorkFields } from '../../../components/WorkFields'
import { Against } from '../Against'
import { seeksByKind } from '../answers'
import type { StepProps } from './props'

/** What work one looks for. */
export const Work = ({ form, answers, errors, today, change }: StepProps) => {
  const seeks = seeksByKind(answers)
  return (
    <>
      <Heading text="想找什么样的工作？" />
      <View className="qh-sub qh-mt-1">写清楚了，推给你的岗位才准。以后随时能改。</View>
      {answers['intention.wantsWork'] === false && (
        <Against answers={answers} today={today} onOther={() => change({ kind: 'jobSeeking' })} />
      )}
      <View className="qh-mt-4">
        <WorkFields
          answers={answers}
          errors={errors}
          districts={districts}
          askEmployment={answers.kind === 'jobSeeking'}
          seeks={seeks}
          focus={form.focus}
          onChange={change}
          onLeave={path => form.leave(path)}
          onEnter={path => form.enter(path)}
        />
      </View>
    </>
  )
}
