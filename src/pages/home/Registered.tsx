import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { districtName } from '../../cloud/data'
import { Card } from '../../components/Card'
import { Cell } from '../../components/Cell'
import { Header } from '../../components/Header'
import { Icon } from '../../components/Icon'
import { KIND_NAMES } from '../../components/kindNames'
import { groupDone, SERVICES, servicesDone, ServiceStrip } from '../../components/ServiceStrip'
import { Tag } from '../../components/Tag'
import type { OwnEntry } from '../../contract/graduate'
import { beijingDate, beijingDateTime } from '../../domain/time'
import { greeting, nextThing, stateWords } from './words'

interface Props {
  entry: OwnEntry
  now: Date
}

const go = (url: string) => () => void Taro.navigateTo({ url })

/** What is next, by when, and who does it; then what stands. */
export function Registered({ entry, now }: Props) {
  const district = entry.handlingDistrict ? districtName(entry.handlingDistrict) : '区里'
  const next = nextThing(entry, district, beijingDate(now))
  const open = entry.registrations.filter(({ status }) => status !== 'ended')
  const done = servicesDone(entry.served)
  return (
    <>
      <Header lines={[`${entry.person.name}，${greeting(beijingDateTime(now))}`]} />
      <View className="qh-row qh-row--wrap qh-gap-2">
        {open.some(({ status }) => status === 'active') ? (
          <Tag label="登记好了" kind="success" icon="check" />
        ) : (
          <Tag label="受理中" kind="info" icon="clock" />
        )}
        <Tag label={`${district}经办`} />
      </View>
      <View className="qh-mt-4">
        <Card kind="due">
          <View className="qh-row qh-row--between">
            <Text className="qh-note qh-strong qh-ca">下一步</Text>
            {next.left && <Text className="qh-note qh-ca qh-nowrap">{next.left}</Text>}
          </View>
          <Text className="qh-head qh-mt-1">{next.title}</Text>
          <Text className="qh-sub qh-mt-1">{next.text}</Text>
        </Card>
      </View>
      <View className="qh-mt-3">
        <Card>
          <View className="qh-row qh-row--between">
            <Text className="qh-strong">6 次服务</Text>
            <Text className="qh-sub qh-tnum">{`完成 ${done}，还差 ${6 - done}`}</Text>
          </View>
          <View className="qh-mt-3">
            <ServiceStrip served={entry.served} />
          </View>
          <View className="qh-services">
            {SERVICES.map(({ name, bits }) => {
              const group = groupDone(entry.served, bits)
              const full = group.done === group.of
              return (
                <View key={name} className="qh-services__one">
                  <Icon name={full ? 'check' : 'owed'} size="s" className={full ? 'qh-cp' : 'qh-c2'} />
                  <Text className="qh-sub qh-c1 qh-grow">{name}</Text>
                  <Text className={full ? 'qh-note qh-cp' : 'qh-note'}>
                    {full ? '已完成' : `还差 ${group.of - group.done} 次`}
                  </Text>
                </View>
              )
            })}
          </View>
        </Card>
      </View>
      <View className="qh-mt-3">
        <Card flush>
          {open.map(registration => (
            <Cell
              key={registration.kind}
              title={KIND_NAMES[registration.kind]}
              note={stateWords(registration)}
              icon="doc"
              line
              onClick={go(`/pages/receipt/index?kind=${registration.kind}`)}
            />
          ))}
          <Cell title="登记编号" side={entry.no} />
        </Card>
      </View>
    </>
  )
}
