import Taro from '@tarojs/taro'
import { districtName } from '../../cloud/data'
import { Card } from '../../components/Card'
import { Cell } from '../../components/Cell'
import { DOORS } from '../../components/Doors'
import { KIND_NAMES } from '../../components/kindNames'
import { Section } from '../../components/Section'
import type { OwnEntry } from '../../contract/graduate'
import { KINDS } from '../../domain/registration'

const go = (url: string) => () => void Taro.navigateTo({ url })

/** What one can do with an entry that stands. */
export function Acts({ entry }: { entry: OwnEntry }) {
  const open = entry.registrations.filter(({ status }) => status !== 'ended')
  const basis = open[0]?.basis
  const closed = KINDS.filter(kind => !open.some(registration => registration.kind === kind))
  const acts = [
    {
      title: '看办理经过',
      note: '谁、什么时候、做了什么',
      icon: 'clock' as const,
      onClick: go('/packages/entry/history/index'),
    },
    ...(entry.handlingDistrict && basis
      ? [
          {
            title: '换个区来办',
            note: `现在是${districtName(entry.handlingDistrict)}，按${DOORS[basis].name}`,
            icon: 'door' as const,
            onClick: go('/packages/entry/district/index'),
          },
        ]
      : []),
    ...closed.map(kind => ({
      title: `${open.length > 0 ? '再办' : '重新办'}${KIND_NAMES[kind]}`,
      note: open.length > 0 ? '已经登的不受影响' : '原来的编号接着用',
      icon: 'doc' as const,
      onClick: go(`/pages/register/index?kind=${kind}`),
    })),
    ...open.map(({ kind }) => ({
      title: `结束${KIND_NAMES[kind]}`,
      note: '找到工作了，或者不想登了',
      icon: 'close' as const,
      onClick: go(`/packages/entry/withdraw/index?kind=${kind}`),
    })),
  ]
  return (
    <Section title="能办的">
      <Card flush>
        {acts.map((act, i) => (
          <Cell key={act.title} {...act} line={i < acts.length - 1} />
        ))}
      </Card>
    </Section>
  )
}
