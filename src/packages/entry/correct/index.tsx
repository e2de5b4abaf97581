import { useRouter } from '@tarojs/taro'
import { cloud, useLoad } from '../../../cloud'
import { today } from '../../../cloud/data'
import { NothingHere } from '../../../components/NothingHere'
import { Page } from '../../../components/Page'
import { ForgetHardship } from './Hardship'
import { CorrectPhone } from './Phone'
import { CorrectStudy } from './Study'
import { CorrectWork } from './Work'

const PARTS = { phone: CorrectPhone, study: CorrectStudy, work: CorrectWork, hardship: ForgetHardship }

/** Corrects one part of one's own entry. */
export default function Correct() {
  const { part } = useRouter().params
  const mine = useLoad(async () => {
    const [day, answer] = await Promise.all([today(), cloud.graduate.registration.mine({})])
    return answer.ok ? { ok: true as const, data: { day, entry: answer.data.entry } } : answer
  })
  const Part = PARTS[part as keyof typeof PARTS] ?? CorrectPhone
  const { data } = mine
  if (!data?.entry)
    return mine.phase === 'ready' ? (
      <NothingHere title="没有可以改的" text="还没有登记，登记了才有得改。" />
    ) : (
      <Page load={mine} />
    )
  return <Part entry={data.entry} today={data.day} />
}
