import { useRouter } from '@tarojs/taro'
import { cloud, useLoad } from '../../../cloud'
import { today } from '../../../cloud/data'
import { NothingHere } from '../../../components/NothingHere'
import { Page } from '../../../components/Page'
import { ForgetHardship } from './Hardship'
import type { PartName } from './parts'
import { CorrectPhone } from './Phone'
import type { PartProps } from './props'
import { CorrectStudy } from './Study'
import { readUnsent } from './unsent'
import { CorrectWork } from './Work'

const PARTS: Record<PartName, (props: PartProps) => JSX.Element> = {
  phone: CorrectPhone,
  study: CorrectStudy,
  work: CorrectWork,
  hardship: ForgetHardship,
}

/** Corrects one part of one's own entry. */
export default function Correct() {
  const { part: named = '' } = useRouter().params
  const part = Object.keys(PARTS).includes(named) ? (named as PartName) : 'phone'
  const mine = useLoad(async () => {
    const [day, unsent, answer] = await Promise.all([today(), readUnsent(part), cloud.graduate.registration.mine({})])
    return answer.ok ? { ok: true as const, data: { day, unsent, entry: answer.data.entry } } : answer
  })
  const Part = PARTS[part]
  const { data } = mine
  if (!data?.entry)
    return mine.phase === 'ready' ? (
      <NothingHere title="没有可以改的" text="还没有登记，登记了才有得改。" />
    ) : (
      <Page load={mine} />
    )
  return <Part entry={data.entry} today={data.day} unsent={data.unsent} />
}
