import { View } from '@tarojs/components'
import { useState } from 'react'
import { cloud } from '../../../cloud'
import { districts, districtName } from '../../../cloud/data'
import { useSlow } from '../../../cloud/useSlow'
import { BottomBar } from '../../../components/BottomBar'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Doors } from '../../../components/Doors'
import { Field, PickField } from '../../../components/Field'
import { Header } from '../../../components/Header'
import { KeyValue } from '../../../components/KeyValue'
import { NothingHere } from '../../../components/NothingHere'
import { Notice } from '../../../components/Notice'
import { Page } from '../../../components/Page'
import type { Basis, DistrictKey } from '../../../domain/district'
import { Changed } from '../Changed'
import { useAct } from '../useAct'

/** Moves one's entry to another district. */
export default function ChangeDistrict() {
  const { mine, entry, changed, errors, failed, busy, point, settle, act } = useAct()
  const [basis, setBasis] = useState<Basis>()
  const [district, setDistrict] = useState<DistrictKey>()
  const slow = useSlow(busy)
  const open = entry?.registrations.filter(({ status }) => status !== 'ended') ?? []
  const now = entry?.handlingDistrict

  function save() {
    const there = district === now && open.every(one => one.basis === basis)
    const problems: Record<string, string> = {
      ...(basis ? {} : { basis: '选一个登记的地方' }),
      ...(!district
        ? { handlingDistrict: '选一个区，由它来帮你' }
        : there
          ? { handlingDistrict: '现在就是这个区，选别的区才要换' }
          : {}),
    }
    if (point(problems) || !basis || !district) return
    void act('换好了', version =>
      cloud.graduate.registration.changeDistrict({ version, handlingDistrict: district, basis }),
    )
  }

  if (!entry || open.length === 0)
    return mine.phase === 'ready' ? (
      <NothingHere title="没有区可以换" text="现在没有在办的登记。" />
    ) : (
      <Page load={mine} />
    )
  const old = now ? districtName(now) : '原来的区'
  const next = district && district !== now ? districtName(district) : '新的区'
  return (
    <Page
      bottom={
        <BottomBar hint={slow ? '比平常慢，还在换。再等一下' : '换区不用重新登记，编号不变'}>
          <Button label={busy ? '正在换' : '换到这个区'} grow busy={busy} onClick={save} />
        </BottomBar>
      }
    >
      <Header lines={['换到哪个区？']} sub={now ? `现在是${old}。` : undefined} />
      {failed && <Notice kind="danger">{failed}</Notice>}
      {changed && <Changed differences={changed} ask="看一眼，还要换就再点一次。" />}
      <View className="qh-mt-3">
        <Field path="basis" label="" error={errors.basis}>
          <Doors
            value={basis}
            onChange={chosen => {
              setBasis(chosen)
              settle('basis')
            }}
          />
        </Field>
        <PickField
          path="handlingDistrict"
          label="哪个区"
          options={districts}
          value={district}
          error={errors.handlingDistrict}
          onChange={chosen => {
            setDistrict(chosen)
            settle('handlingDistrict')
          }}
        />
        <Card>
          <KeyValue name="会变的" value={`以后由${next}给你打电话、推岗位、办手续`} />
          <KeyValue name="不变的" value="登记编号、登记的日子、做过的服务、办理经过" />
          <KeyValue
            name={now ? old : '原来的区'}
            value="不再管你的登记。毕业生名单把你分在那里的话，它还看得到，也会接着帮"
          />
        </Card>
      </View>
    </Page>
  )
}
