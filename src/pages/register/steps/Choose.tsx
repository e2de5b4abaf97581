import { View } from '@tarojs/components'
import { districts } from '../../../cloud/data'
import { openPage } from '../../../cloud/openPage'
import { aria } from '../../../components/aria'
import { Button } from '../../../components/Button'
import { ChoiceCard } from '../../../components/ChoiceCard'
import { Doors } from '../../../components/Doors'
import { Field, PickField } from '../../../components/Field'
import { Heading } from '../../../components/Heading'
import type { StepProps } from './props'

/** Which situation, and which district by which of the three doors. */
export function Choose({ answers, errors, change }: StepProps) {
  return (
    <>
      <Heading text="你现在是哪种情况？" />
      <View className="qh-mt-3">
        <Field path="kind" label="" error={errors.kind}>
          <View className="qh-col qh-gap-2" {...aria({ role: 'radiogroup', label: '你现在是哪种情况' })}>
            <ChoiceCard
              title="我没有工作"
              note="办失业登记。失业保险、就业困难认定，都从登记受理那天算起。"
              on={answers.kind === 'unemployment'}
              onClick={() => change({ kind: 'unemployment' })}
            />
            <ChoiceCard
              title="我想找工作，或想换一份"
              note="办求职登记。还在上班、还没毕业也能登。"
              on={answers.kind === 'jobSeeking'}
              onClick={() => change({ kind: 'jobSeeking' })}
            />
          </View>
        </Field>
        <View className="qh-row qh-row--wrap qh-gap-4">
          <Button
            label="看看两种的区别"
            spoken="办哪种好，看看两种的区别"
            kind="text"
            small
            onClick={() => openPage('/packages/guide/kinds/index')}
          />
          <Button label="先看看能不能登记" kind="text" small onClick={() => openPage('/pages/check/index')} />
        </View>
      </View>
      <View className="qh-mt-3">
        <Heading text="由哪个区来帮你？" small />
        <View className="qh-sub qh-mt-1">三个地方都算数，选你去着方便的。</View>
        <View className="qh-mt-3">
          <Field path="basis" label="" error={errors.basis}>
            <Doors value={answers.basis} onChange={basis => change({ basis })} />
          </Field>
          <PickField
            path="handlingDistrict"
            label="哪个区"
            help="17 个里选一个，亦庄选北京经济技术开发区"
            options={districts}
            value={answers.handlingDistrict}
            error={errors.handlingDistrict}
            onChange={handlingDistrict => change({ handlingDistrict })}
          />
        </View>
      </View>
    </>
  )
}
