import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { cloud, useLoad } from '../../../cloud'
import { districts, districtName } from '../../../cloud/data'
import { moveTo, moveToTop } from '../../../cloud/host/focus'
import { leave } from '../../../cloud/leave'
import { useSending } from '../../../cloud/useSending'
import { BottomBar } from '../../../components/BottomBar'
import { Button } from '../../../components/Button'
import { Doors } from '../../../components/Doors'
import { failureText } from '../../../components/failureText'
import { Field, fieldId, PickField } from '../../../components/Field'
import { Header } from '../../../components/Header'
import { NothingHere } from '../../../components/NothingHere'
import { Notice } from '../../../components/Notice'
import { Page } from '../../../components/Page'
import type { Basis, DistrictKey } from '../../../domain/district'

/** Moves one's entry to another district. */
export default function ChangeDistrict() {
  const mine = useLoad(() => cloud.graduate.registration.mine({}))
  const [basis, setBasis] = useState<Basis>()
  const [district, setDistrict] = useState<DistrictKey>()
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [failed, setFailed] = useState<string>()
  const { busy, sending } = useSending()
  const entry = mine.data?.entry
  const now = entry?.handlingDistrict
  const registered = entry?.registrations.some(({ status }) => status !== 'ended')

  function point(problems: Record<string, string>) {
    setErrors(problems)
    const [first] = Object.keys(problems)
    if (first) moveTo(fieldId(first))
  }

  async function save() {
    if (!entry) return false
    setFailed(undefined)
    const open: Record<string, string> = {
      ...(basis ? {} : { basis: '选一个登记的地方' }),
      ...(!district
        ? { handlingDistrict: '选一个区，由它来帮你' }
        : district === now
          ? { handlingDistrict: '现在就是这个区，选别的区才要换' }
          : {}),
    }
    point(open)
    if (Object.keys(open).length > 0 || !basis || !district) return false
    const answer = await cloud.graduate.registration.changeDistrict({
      version: entry.version,
      handlingDistrict: district,
      basis,
    })
    if (answer.ok) {
      void Taro.showToast({ title: '换好了', icon: 'success' })
      leave()
      return true
    }
    setFailed(failureText(answer.error, '再点一次'))
    moveToTop()
    if (answer.error.kind === 'refused') {
      point(answer.error.fields)
      if (answer.error.code === 'VERSION_CONFLICT') mine.retry()
    }
    return false
  }

  if (!entry || !registered)
    return mine.phase === 'ready' ? (
      <NothingHere title="没有区可以换" text="现在没有在办的登记。" />
    ) : (
      <Page load={mine} />
    )
  return (
    <Page
      bottom={
        <BottomBar hint="换区不用重新登记，编号不变">
          <Button label={busy ? '正在换' : '换到这个区'} grow busy={busy} onClick={() => void sending(save)} />
        </BottomBar>
      }
    >
      <Header
        lines={['换到哪个区？']}
        sub={now ? `现在是${districtName(now)}。换了以后，由新的区给你打电话。` : undefined}
      />
      {failed && <Notice kind="danger">{failed}</Notice>}
      <View className="qh-mt-3">
        <Field path="basis" label="" error={errors.basis}>
          <Doors
            value={basis}
            onChange={chosen => {
              setBasis(chosen)
              setErrors(({ basis: _, ...rest }) => rest)
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
            setErrors(({ handlingDistrict: _, ...rest }) => rest)
          }}
        />
      </View>
    </Page>
  )
}
