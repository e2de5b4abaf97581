import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { districts } from '../../cloud/data'
import { payText } from '../../components/WorkFields/answers'
import type { OwnEntry } from '../../contract/graduate'
import { EDUCATION_LEVEL_NAMES } from '../../domain/education'
import { chineseDate } from '../../domain/time'
import { Block } from './Block'

const correct = (part: string) => () => void Taro.navigateTo({ url: `/packages/entry/correct/index?part=${part}` })

/** What the person told, masked, part by part. */
export function Told({ entry }: { entry: OwnEntry }) {
  const { person, education, intention } = entry
  const where = districts.filter(({ key }) => intention.districts?.includes(key)).map(({ name }) => name)
  return (
    <>
      <Block
        title="本人"
        rows={[
          ['手机', person.phone],
          ['证件', person.idNumber],
        ]}
        change="换号码"
        onChange={correct('phone')}
      />
      <Block
        title="学业"
        rows={[
          ['学历', EDUCATION_LEVEL_NAMES[education.level]],
          ['学校', education.school],
          ['专业', education.major],
          ['毕业', education.graduatedOn && chineseDate(education.graduatedOn)],
        ]}
        onChange={correct('study')}
      />
      <Block
        title="打算"
        rows={[
          ['找工作', intention.wantsWork ? '想找' : '现在不找'],
          ['想做', intention.occupations],
          ['月薪', payText(intention.salaryMinFen, intention.salaryMaxFen)],
          ['哪些区', intention.wantsWork ? where.join('、') || '都行' : undefined],
          ['还想说', intention.note],
        ]}
        onChange={correct('work')}
      />
      <View className="qh-note qh-mt-2">姓名和证件号码要改，带证件去区里的窗口。</View>
    </>
  )
}
