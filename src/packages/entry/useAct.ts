import Taro from '@tarojs/taro'
import { useState } from 'react'
import { cloud, useLoad, type CloudResult } from '../../cloud'
import { today } from '../../cloud/data'
import { moveTo, moveToTop } from '../../cloud/host/focus'
import { leave } from '../../cloud/leave'
import { useSending } from '../../cloud/useSending'
import { failureText } from '../../components/failureText'
import { fieldId } from '../../components/Field'
import type { OwnEntry } from '../../contract/graduate'
import type { BeijingDate } from '../../domain/time'
import type { Difference } from './differences'
import { changedMeanwhile } from './entrySaid'

type Problems = Record<string, string>

/**
 * One act on one's own entry that is asked before it is done: reads the entry, sends the act once, and where somebody else
 * changed the entry meanwhile shows what, and asks again with the newest. What was chosen stays chosen.
 */
export function useAct() {
  const mine = useLoad(async () => {
    const [day, answer] = await Promise.all([today(), cloud.graduate.registration.mine({})])
    return answer.ok ? { ok: true as const, data: { day, entry: answer.data.entry } } : answer
  })
  /** Newer than what was read when the page came up. */
  const [newer, setNewer] = useState<OwnEntry>()
  const [changed, setChanged] = useState<Difference[]>()
  const [errors, setErrors] = useState<Problems>({})
  const [failed, setFailed] = useState<string>()
  const { busy, sending } = useSending()
  const entry = newer ?? mine.data?.entry ?? undefined

  /** Shows what is open and moves there; true where anything is. */
  function point(problems: Problems): boolean {
    setErrors(problems)
    const [first] = Object.keys(problems)
    if (first) moveTo(fieldId(first))
    return first !== undefined
  }

  const settle = (path: string) => setErrors(({ [path]: _, ...rest }) => rest)

  async function lookAgain(then: OwnEntry, day: BeijingDate): Promise<false> {
    const read = await cloud.graduate.registration.mine({})
    if (!read.ok) setFailed(failureText(read.error, '再点一次'))
    else if (read.data.entry) {
      setChanged(changedMeanwhile(then, read.data.entry, day))
      setNewer(read.data.entry)
    } else mine.retry()
    moveToTop()
    return false
  }

  /** Does it, once; `said` is what the person reads then. */
  const act = (said: string, send: (version: number) => Promise<CloudResult<unknown>>) =>
    sending(async () => {
      if (!entry || !mine.data) return false
      setFailed(undefined)
      setChanged(undefined)
      const answer = await send(entry.version)
      if (answer.ok) {
        void Taro.showToast({ title: said, icon: 'success' })
        leave()
        return true
      }
      const { error } = answer
      if (error.kind === 'refused' && error.code === 'VERSION_CONFLICT') return lookAgain(entry, mine.data.day)
      // Said once: beside its field where it has one.
      if (error.kind === 'refused' && point(error.fields)) return false
      setFailed(failureText(error, '再点一次'))
      moveToTop()
      return false
    })

  return { mine, entry, changed, errors, failed, busy, point, settle, act }
}
