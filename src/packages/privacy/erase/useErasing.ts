import { useState } from 'react'
import { cloud, type CloudError } from '../../../cloud'
import { forgetEverythingHere } from '../../../cloud/forget'
import { useSending } from '../../../cloud/useSending'
import { failureText } from '../../../components/failureText'
import type { Erased } from './what'

/** Whatever was refused has changed nothing; where no answer came, nobody can tell, and a second time does no harm. */
function words(error: CloudError): string {
  if (error.kind === 'refused') return `什么也没删。${error.message}`
  if (error.kind === 'offline') return '没收到回话，不知道删了没有。连上网再点一次就知道，不会删两遍。'
  return failureText(error, '再点一次')
}

/** Sends the erasure once; after it the phone keeps nothing either. */
export function useErasing(version: number | undefined, online: boolean) {
  const { busy, sending } = useSending()
  const [erased, setErased] = useState<Erased>()
  const [failed, setFailed] = useState<string>()
  /** Somebody else changed the entry: another try would fail until the newest is read. */
  const [outdated, setOutdated] = useState(false)

  const erase = () =>
    sending(async () => {
      setFailed(undefined)
      if (!online) {
        setFailed('现在没有网，什么也没删。连上网再来。')
        return false
      }
      const answer = await cloud.graduate.privacy.erase(version === undefined ? {} : { version })
      if (answer.ok) {
        await forgetEverythingHere()
        setErased(answer.data)
        return true
      }
      setFailed(words(answer.error))
      setOutdated(answer.error.kind === 'refused' && answer.error.code === 'VERSION_CONFLICT')
      return false
    })

  return {
    busy,
    erased,
    failed,
    outdated,
    erase,
    settle: () => {
      setFailed(undefined)
      setOutdated(false)
    },
  }
}
