import Taro from '@tarojs/taro'
import { useState } from 'react'
import { cloud } from '../../cloud'
import { moveTo } from '../../cloud/host/focus'
import { failureText } from '../../components/failureText'
import { fieldId } from '../../components/Field'
import type { InputOf } from '../../contract/procedure'
import type { graduateContract, OwnEntry } from '../../contract/graduate'

type Changes = InputOf<(typeof graduateContract)['registration.correct']>['changes']

/** The cloud names what was sent; the fields are named as in the form. */
const fieldNamed = (path: string): string => path.replace(/^changes\./, '').replace(/^phone(Code)?$/, 'person.phone')

/** Sends a correction; what is refused lands on its field, and nothing typed is lost. */
export function useCorrection(entry: OwnEntry, reload: () => void) {
  const [busy, setBusy] = useState(false)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [failed, setFailed] = useState<string>()

  function point(problems: Record<string, string>): boolean {
    setErrors(problems)
    const [first] = Object.keys(problems)
    if (first) moveTo(fieldId(first))
    return first !== undefined
  }

  async function send(changes: Changes) {
    setBusy(true)
    setFailed(undefined)
    const answer = await cloud.graduate.registration.correct({ version: entry.version, changes })
    setBusy(false)
    if (answer.ok) {
      void Taro.showToast({ title: '改好了', icon: 'success' })
      return void Taro.navigateBack()
    }
    const { error } = answer
    if (error.kind === 'refused' && error.code === 'VERSION_CONFLICT') reload()
    setFailed(failureText(error, '再点一次保存'))
    if (error.kind === 'refused')
      point(Object.fromEntries(Object.entries(error.fields).map(([path, say]) => [fieldNamed(path), say])))
  }

  const settle = (path: string) => setErrors(({ [path]: _, ...rest }) => rest)
  return { busy, errors, failed, point, send, settle }
}
