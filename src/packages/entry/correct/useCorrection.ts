import Taro from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
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
import { dropUnsent, keepUnsent, type Unsent } from './unsent'

/** The cloud names what was sent; the fields are named as in the form. */
const fieldNamed = (path: string): string => path.replace(/^changes\./, '').replace(/^phone(Code)?$/, 'person.phone')

/** Somebody else's change that a person has to look at before theirs can be stored. */
interface Meanwhile {
  newest: OwnEntry
  differences: Difference[]
  /** What was typed is from another day. */
  earlier?: true
}

/** Where one begins: at what stands there, or at what one had typed and not stored. */
function beginning<A>(part: Part<A>, entry: OwnEntry, today: BeijingDate, unsent: Unsent | undefined) {
  const now = part.read(entry, today)
  if (!unsent) return { then: now, answers: now }
  const [then, typed] = [part.kept(unsent.then), part.kept(unsent.typed)]
  const differing = differences(part.compared, then, now, typed)
  if (differing.length > 0)
    return { then, answers: typed, meanwhile: { newest: entry, differences: differing, earlier: true } as const }
  const answers = merged(part.compared, then, now, typed, {})
  return { then: now, answers, resumed: JSON.stringify(part.kept(answers)) !== JSON.stringify(part.kept(now)) }
}

/** How often a change that has nothing to do with this one is passed over by itself, before it is said that it's busy. */
const PASSES = 3

/**
 * Sends a correction; what is refused lands on its field. Where somebody else changed the entry meanwhile, the person sees
 * what differs and chooses. Nothing typed is lost: the phone keeps it until it is stored.
 */
export function useCorrection<A extends object>(
  part: Part<A>,
  entry: OwnEntry,
  today: BeijingDate,
  unsent?: Unsent | undefined,
) {
  const { busy, sending } = useSending()
  const [begun] = useState(() => beginning(part, entry, today, unsent))
  /** The newest entry known, and the answers that what is typed was typed over. */
  const [base, setBase] = useState(entry)
  const [then, setThen] = useState(begun.then)
  const [answers, setAnswers] = useState(begun.answers)
  const [resumed, setResumed] = useState(begun.resumed ?? false)
  /** Whether the phone keeps what is typed; unknown until something is. */
  const [kept, setKept] = useState<boolean>()
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [failed, setFailed] = useState<string>()
  const [meanwhile, setMeanwhile] = useState<Meanwhile | undefined>(begun.meanwhile)
  const [choices, setChoices] = useState<Choices>({})

  function point(problems: Record<string, string>): boolean {
    setErrors(problems)
    const [first] = Object.keys(problems)
    if (first) moveTo(fieldId(first))
    return first !== undefined
  }

  /** Two quick taps both count, though the second came before the page was drawn again. */
  const typed = useRef(begun.answers)
  useEffect(() => {
    typed.current = answers
  }, [answers])

  const change = (next: Change<A>) => {
    typed.current = { ...typed.current, ...changeOf(typed.current, next) }
    setAnswers(typed.current)
    void keepUnsent(part.name, { then, typed: part.kept(typed.current) }).then(setKept)
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
    setThen(then)
    setAnswers(typed)
    setChoices({})
    setMeanwhile({ newest, differences: differing })
    moveToTop()
    return false
  }

  function done(said: string): true {
    void dropUnsent(part.name)
    void Taro.showToast({ title: said, icon: 'success' })
    leave()
    return true
  }

  const save = () => {
    if (point(part.problems(answers, today))) return
    void sending(() => send(answers, base))
  }

  /** Both changes in one, as chosen. */
  const together = ({ newest }: Meanwhile) => merged(part.compared, then, part.read(newest, today), answers, choices)

  const resolve = () => {
    if (!meanwhile) return
    const open = meanwhile.differences.filter(({ path, asks }) => asks && !choices[path])
    if (point(Object.fromEntries(open.map(({ path }) => [path, '选一个，好知道留哪个'])))) return
    const both = together(meanwhile)
    void sending(async () => {
      setBase(meanwhile.newest)
      setThen(part.read(meanwhile.newest, today))
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

  /** Gives up what was typed another day. */
  const beginAnew = () => {
    void dropUnsent(part.name)
    setAnswers(part.read(base, today))
    setErrors({})
    setResumed(false)
    setKept(undefined)
  }

  const acts = { change, leaveField, point, save, choose, resolve, beginAnew }
  return { answers, errors, failed, busy, meanwhile, choices, resumed, kept, ...acts }
}
export type Correction<A extends object> = ReturnType<typeof useCorrection<A>>
