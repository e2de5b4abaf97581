import Taro from '@tarojs/taro'
import { useState } from 'react'
import { cloud } from '../../../cloud'
import { moveTo, moveToTop } from '../../../cloud/host/focus'
import { leave } from '../../../cloud/leave'
import { useSending } from '../../../cloud/useSending'
import { failureText } from '../../../components/failureText'
import { fieldId } from '../../../components/Field'
import type { InputOf } from '../../../contract/procedure'
import type { graduateContract, OwnEntry } from '../../../contract/graduate'

type Changes = InputOf<(typeof graduateContract)['registration.correct']>['changes']

/** The cloud names what was sent; the fields are named as in the form. */
const fieldNamed = (path: string): string => path.replace(/^changes\./, '').replace(/^phone(Code)?$/, 'person.phone')

/** Sends a correction; what is refused lands on its field, and nothing typed is lost. */
export function useCorrection(entry: OwnEntry) {
  const { busy, sending } = useSending()
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [failed, setFailed] = useState<string>()
  /** Somebody else changed the entry: saving again would fail again until the newest is read. */
  const [outdated, setOutdated] = useState(false)

  function point(problems: Record<string, string>): boolean {
    setErrors(problems)
    const [first] = Object.keys(problems)
    if (first) moveTo(fieldId(first))
    return first !== undefined
  }

  const send = (changes: Changes) =>
    sending(async () => {
      setFailed(undefined)
      const answer = await cloud.graduate.registration.correct({ version: entry.version, changes })
      if (answer.ok) {
        void Taro.showToast({ title: '改好了', icon: 'success' })
        leave()
        return true
      }
      const { error } = answer
      setFailed(failureText(error, '再点一次'))
      moveToTop()
      if (error.kind === 'refused') {
        setOutdated(error.code === 'VERSION_CONFLICT')
        point(Object.fromEntries(Object.entries(error.fields).map(([path, say]) => [fieldNamed(path), say])))
      }
      return false
    })

  const settle = (path: string) => setErrors(({ [path]: _, ...rest }) => rest)
  return { busy, errors, failed, outdated, point, send, settle }
}
