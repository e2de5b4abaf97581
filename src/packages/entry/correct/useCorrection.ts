import Taro from '@tarojs/taro'
import { useState } from 'react'
import { cloud, type CloudError } from '../../../cloud'
import { moveTo, moveToTop } from '../../../cloud/host/focus'
import { leave } from '../../../cloud/leave'
import { useSending } from '../../../cloud/useSending'
import { changeOf, type Change } from '../../../components/change'
import { failureText } from '../../../components/failureText'
import { fieldId } from '../../../components/Field'
import type { OwnEntry } from '../../../contract/graduate'
import type { BeijingDate } from '../../../domain/time'
import { differences, merged, type Choice, type Choices, type Difference } from '../differences'
import type { Part } from './parts'

/** The cloud names what was sent; the fields are named as in the form. */
const fieldNamed = (path: string): string => path.replace(/^changes\./, '').replace(/^phone(Code)?$/, 'person.phone')

/** Somebody else's change that a person has to look at before theirs can be stored. */
interface Meanwhile {
  newest: OwnEntry
  differences: Difference[]
}

/** How often a change that has nothing to do with this one is passed over by itself, before it is said that it's busy. */
const PASSES = 3

/**
 * Sends a correction; what is refused lands on its field. Where somebody else changed the entry meanwhile, the person sees
 * what differs and chooses; nothing typed is lost.
 */
export function useCorrection<A extends object>(part: Part<A>, entry: OwnEntry, today: BeijingDate) {
  const { busy, sending } = useSending()
  /** The entry that what is typed was typed over. */
  const [base, setBase] = useState(entry)
  const [answers, setAnswers] = useState(() => part.read(entry, today))
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [failed, setFailed] = useState<string>()
  const [meanwhile, setMeanwhile] = useState<Meanwhile>()
  const [choices, setChoices] = useState<Choices>({})

  function point(problems: Record<string, string>): boolean {
    setErrors(problems)
    const [first] = Object.keys(problems)
    if (first) moveTo(fieldId(first))
    return first !== undefined
  }

  const change = (next: Change<A>) => {
    setAnswers(before => ({ ...before, ...changeOf(before, next) }))
    const changed = Object.keys(changeOf(answers, next))
    setErrors(before => Object.fromEntries(Object.entries(before).filter(([path]) => !changed.includes(path))))
  }

  /** A field was left: what is wrong with it is said now. */
  const leaveField = (path: string) => {
    const problem = part.problems(answers, today)[path]
    if (problem) setErrors(before => ({ ...before, [path]: problem }))
  }

  function refuse(error: CloudError): false {
    setMeanwhile(undefined)
    setFailed(failureText(error, '再点一次'))
    moveToTop()
    if (error.kind === 'refused') {
      const fields = Object.entries(error.fields).map(([path, say]) => [fieldNamed(path), say])
      // Said once: beside its field where it has one.
      if (fields.length > 0) setFailed(undefined)
      point(Object.fromEntries(fields))
    }
    return false
  }

  /** True once it is stored. */
  async function send(typed: A, over: OwnEntry, passes = PASSES): Promise<boolean> {
    setFailed(undefined)
    const changes = part.changes(typed, over)
    if (!changes) return done('不用改了')
    const answer = await cloud.graduate.registration.correct({ version: over.version, changes })
    if (answer.ok) return done('改好了')
    if (answer.error.kind !== 'refused' || answer.error.code !== 'VERSION_CONFLICT') return refuse(answer.error)
    const read = await cloud.graduate.registration.mine({})
    if (!read.ok) return refuse(read.error)
    const newest = read.data.entry
    if (!newest) return refuse(answer.error)
    const then = part.read(over, today)
    const now = part.read(newest, today)
    const differing = differences(part.compared, then, now, typed)
    if (differing.length === 0) {
      if (passes === 0) return refuse(answer.error)
      // Somebody changed something else: both changes stand.
      return send(merged(part.compared, then, now, typed, {}), newest, passes - 1)
    }
    setBase(over)
    setAnswers(typed)
    setChoices({})
    setMeanwhile({ newest, differences: differing })
    moveToTop()
    return false
  }

  function done(said: string): true {
    void Taro.showToast({ title: said, icon: 'success' })
    leave()
    return true
  }

  const save = () => {
    if (point(part.problems(answers, today))) return
    void sending(() => send(answers, base))
  }

  /** Both changes in one, as chosen. */
  const together = ({ newest }: Meanwhile) =>
    merged(part.compared, part.read(base, today), part.read(newest, today), answers, choices)

  const resolve = () => {
    if (!meanwhile) return
    const open = meanwhile.differences.filter(({ path, asks }) => asks && !choices[path])
    if (point(Object.fromEntries(open.map(({ path }) => [path, '选一个，好知道留哪个'])))) return
    const both = together(meanwhile)
    void sending(async () => {
      setBase(meanwhile.newest)
      setAnswers(both)
      // Taking what stands there now may leave nothing to send, or something to mend.
      if (part.changes(both, meanwhile.newest) && point(part.problems(both, today))) {
        setMeanwhile(undefined)
        return false
      }
      return send(both, meanwhile.newest)
    })
  }

  const choose = (path: string, choice: Choice) => {
    setChoices(before => ({ ...before, [path]: choice }))
    setErrors(({ [path]: _, ...rest }) => rest)
  }

  return { answers, errors, failed, busy, meanwhile, choices, change, leaveField, point, save, choose, resolve }
}
export type Correction<A extends object> = ReturnType<typeof useCorrection<A>>
