import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { districts, districtName } from '../../cloud/data'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Cell } from '../../components/Cell'
import { DOORS } from '../../components/Doors'
import { Header } from '../../components/Header'
import { KeyValue } from '../../components/KeyValue'
import { KIND_NAMES } from '../../components/kindNames'
import { Notice } from '../../components/Notice'
import { Section } from '../../components/Section'
import { payText } from '../../components/WorkFields/answers'
import type { OwnEntry } from '../../contract/graduate'
import { EDUCATION_LEVEL_NAMES } from '../../domain/education'
import { KINDS } from '../../domain/registration'
import { chineseDate } from '../../domain/time'

const go = (url: string) => () => void Taro.navigateTo({ url })

interface BlockProps {
  title: string
  rows: [string, string | undefined][]
  /** What the button says, where only a part of the block can be changed. */
  change?: string
  onChange: () => void
}

const Block = ({ title, rows, change, onChange }: BlockProps) => (
  <View className="qh-mt-3">
    <Card className="qh-me__block">
      <View className="qh-row qh-row--between qh-me__head">
        <View className="qh-sub qh-strong">{title}</View>
        <Button label={change ?? '修改'} kind="text" small end spoken={change ?? `修改${title}`} onClick={onChange} />
      </View>
      {rows.map(([name, value]) => value && <KeyValue key={name} name={name} value={value} />)}
    </Card>
  </View>
)

/** All that the entry holds of the person, masked, block by block. */
export function Entry({ entry }: { entry: OwnEntry }) {
  const { person, education, intention } = entry
  const open = entry.registrations.filter(({ status }) => status !== 'ended')
  const basis = open[0]?.basis
  const closed = KINDS.filter(kind => !open.some(registration => registration.kind === kind))
  const where = districts.filter(({ key }) => intention.districts?.includes(key)).map(({ name }) => name)
  return (
    <>
      <Header lines={[person.name]} sub={`登记编号 ${entry.no}${open.length > 0 ? '' : '，登记都结束了'}`} />
      {entry.underReview.length > 0 && <Notice>你写的话还有人在看，看完才给别人看到，不影响登记。</Notice>}
      <Block
        title="本人"
        rows={[
          ['手机', person.phone],
          ['证件', person.idNumber],
        ]}
        change="换号码"
        onChange={go('/packages/entry/correct/index?part=phone')}
      />
      <Block
        title="学业"
        rows={[
          ['学历', EDUCATION_LEVEL_NAMES[education.level]],
          ['学校', education.school],
          ['专业', education.major],
          ['毕业', education.graduatedOn && chineseDate(education.graduatedOn)],
        ]}
        onChange={go('/packages/entry/correct/index?part=study')}
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
        onChange={go('/packages/entry/correct/index?part=work')}
      />
      <View className="qh-note qh-mt-2">姓名和证件号码要改，带证件去区里的窗口。</View>
      <Section title="办理">
        <Card flush>
          {entry.handlingDistrict && open.length > 0 && (
            <Cell
              title="换个区来办"
              note={`现在是${districtName(entry.handlingDistrict)}${basis ? `，按${DOORS[basis].name}` : ''}`}
              icon="door"
              line
              onClick={go('/packages/entry/district/index')}
            />
          )}
          <Cell
            title="看办理经过"
            note="谁、什么时候、做了什么"
            icon="clock"
            line
            onClick={go('/packages/entry/history/index')}
          />
          {entry.sensitiveStored && (
            <Cell
              title="删掉困难情况"
              note="你单独同意存的，随时能撤回"
              icon="lock"
              line
              onClick={go('/packages/entry/correct/index?part=hardship')}
            />
          )}
          {closed.map((kind, i) => (
            <Cell
              key={kind}
              title={`${open.length > 0 ? '再办' : '重新办'}${KIND_NAMES[kind]}`}
              note={open.length > 0 ? '已经登的不受影响' : '原来的编号接着用'}
              icon="doc"
              line={open.length > 0 || i < closed.length - 1}
              onClick={go(`/pages/register/index?kind=${kind}`)}
            />
          ))}
          {open.map(({ kind }, i) => (
            <Cell
              key={kind}
              title={`结束${KIND_NAMES[kind]}`}
              note="找到工作了，或者不想登了"
              icon="close"
              line={i < open.length - 1}
              onClick={go(`/packages/entry/withdraw/index?kind=${kind}`)}
            />
          ))}
        </Card>
      </Section>
    </>
  )
}
