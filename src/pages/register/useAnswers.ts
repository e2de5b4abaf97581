import { useCallback, useEffect, useRef, useState } from 'react'
import { useReturn } from '../../cloud'
import { now } from '../../cloud/data'
import { keepDraft, readDraft, type Draft } from '../../cloud/drafts'
import { watchElsewhere } from '../../cloud/host/elsewhere'
import { beginAtTop, cursorTo, moveTo, roomForKeyboard } from '../../cloud/host/focus'
import { changeOf, type Change } from '../../components/change'
import { fieldId } from '../../components/Field'
import type { Kind } from '../../domain/registration'
import { beijingDate } from '../../domain/time'
import { emptyAnswers, readAnswers, type Answers } from './answers'
import { DRAFT } from './file'
import { problemsOf, type Problems, type Today } from './problems'
import { firstTyped, nextStep, previousStep, progressOf, STEP_TABLE, STEPS, type Step } from './steps'

interface State {
  answers: Answers
  step: Step
  /** Set when the person came from the review to change one thing: they go back there. */
  returning: boolean
  /** Names this content's filing until the cloud has answered; any change makes it another filing. */
  requestId?: string
  /** The kind the way here asked for; followed once, so that a later choice on the page stands. */
  wished?: Kind
}

const START: State = { answers: emptyAnswers, step: 'choose', returning: false }

export const readToday = async (): Promise<Today> => {
  const instant = await now()
  return { day: beijingDate(instant), instant: instant.getTime() }
}

function stateOf({ value }: Draft): State {
  const { answers, step, requestId, wished } = (value ?? {}) as Partial<Omit<State, 'answers'>> & { answers?: unknown }
  return {
    answers: readAnswers(answers),
    step: step && STEPS.includes(step) ? step : 'choose',
    returning: false,
    requestId,
    wished,
  }
}

/** How far the form has got, for the first page: who went back from the review to change one thing has got to the review. */
function howFar({ step, answers, returning }: State) {
  const reached = returning ? 'review' : step
  return { on: STEP_TABLE[reached].name, ...progressOf(reached, answers) }
}

/** What was answered, on which step one is, what is wrong there; all of it survives leaving the page. */
export function useAnswers() {
  const [state, setState] = useState<State>(START)
  const [errors, setErrors] = useState<Problems>({})
  const [focus, setFocus] = useState<string>()
  const [savedAt, setSavedAt] = useState<Date>()
  /** The phone has no room: what is typed now is on this page only. */
  const [unsaved, setUnsaved] = useState(false)
  const [today, setToday] = useState<Today>()
  const current = useRef(state)
  /** When the draft that this page shows was stored. */
  const held = useRef<string>()

  const show = useCallback((next: State) => {
    current.current = next
    setState(next)
  }, [])

  const saved = useCallback((at: Date | undefined) => {
    held.current = at?.toISOString()
    setSavedAt(at)
  }, [])

  const put = useCallback(
    (next: State) => {
      show(next)
      return keepDraft(DRAFT, { ...next, progress: howFar(next) }).then(at => {
        setUnsaved(at === undefined)
        if (at) saved(at)
      })
    },
    [show, saved],
  )

  const take = useCallback(
    (draft: Draft | undefined) => {
      show(draft ? stateOf(draft) : START)
      saved(draft && new Date(draft.savedAt))
    },
    [show, saved],
  )

  useEffect(() => {
    void Promise.all([readDraft(DRAFT), readToday()]).then(([draft, day]) => {
      if (draft) take(draft)
      setToday(day)
    })
  }, [take])

  // The same form may have been filled in further, or filed, on a page opened over this one.
  useReturn(() => {
    void readDraft(DRAFT).then(draft => {
      if (draft?.savedAt === held.current) return
      setErrors({})
      take(draft)
    })
  })

  // Another tab of a browser goes on with the same form: what one types here must not undo what was typed there.
  useEffect(
    () =>
      watchElsewhere(() => {
        void readDraft(DRAFT).then(draft => {
          if (!draft || draft.savedAt === held.current) return
          show({ ...stateOf(draft), step: current.current.step, returning: current.current.returning })
          saved(new Date(draft.savedAt))
        })
      }),
    [show, saved],
  )

  const follow = useCallback(
    (wished: Kind) => {
      const { requestId, ...rest } = current.current
      if (rest.wished === wished) return
      const same = rest.answers.kind === wished && requestId !== undefined
      void put({ ...rest, wished, answers: { ...rest.answers, kind: wished }, ...(same ? { requestId } : {}) })
    },
    [put],
  )

  const change = useCallback(
    (change: Change<Answers>) => {
      const { requestId: _, ...rest } = current.current
      const changed = changeOf(rest.answers, change)
      void put({ ...rest, answers: { ...rest.answers, ...changed } })
      setErrors(before => Object.fromEntries(Object.entries(before).filter(([path]) => !(path in changed))))
    },
    [put],
  )

  /** A field was left: what is wrong with it is said now, unless it is still empty. */
  const leave = useCallback(
    (path: keyof Answers & string) => {
      const { step, answers } = current.current
      const value = answers[path]
      // Not before: WeChat would put the keyboard away; not later: the cursor would come back here.
      setFocus(before => (before === path ? undefined : before))
      void put(current.current)
      if (!today || value === '' || value === undefined) return
      const problem = problemsOf(step, answers, today)[path]
      setErrors(before => (problem ? { ...before, [path]: problem } : before))
    },
    [put, today],
  )

  /** Opens a step; `field` is what the person wants to change there. */
  const go = useCallback(
    (step: Step, returning = false, field?: string) => {
      void put({ ...current.current, step, returning })
      setErrors({})
      setFocus(field)
      if (field) return moveTo(fieldId(field))
      beginAtTop()
    },
    [put],
  )

  /** Puts the cursor into a field. */
  const enter = useCallback((path: string) => {
    setFocus(path)
    cursorTo(fieldId(path))
  }, [])

  /** Shows what is wrong and puts the cursor on the first of it. */
  const point = useCallback(
    (step: Step, problems: Problems) => {
      if (current.current.step !== step) void put({ ...current.current, step, returning: true })
      setErrors(problems)
      const [first] = Object.keys(problems)
      setFocus(first)
      if (first) moveTo(fieldId(first))
    },
    [put],
  )

  const next = useCallback(async () => {
    const { step, answers, returning } = current.current
    const day = await readToday()
    setToday(day)
    const problems = problemsOf(step, answers, day)
    if (Object.keys(problems).length > 0) return point(step, problems)
    const following = returning ? 'review' : nextStep(step, answers)
    if (!following) return
    go(following)
    const typed = returning ? undefined : firstTyped(following, answers)
    if (typed && roomForKeyboard()) enter(typed)
  }, [go, point, enter])

  const back = useCallback(() => {
    const { step, answers, returning } = current.current
    const before = returning ? 'review' : previousStep(step, answers)
    if (before) go(before)
    return before !== undefined
  }, [go])

  /** The request's name, made once and stored before anything is sent under it. */
  const nameRequest = useCallback(
    async (make: () => string) => {
      const requestId = current.current.requestId ?? make()
      await put({ ...current.current, requestId })
      return requestId
    },
    [put],
  )

  const answeredRequest = useCallback(() => {
    const { requestId: _, ...rest } = current.current
    void put(rest)
  }, [put])

  return {
    ...state,
    latest: current,
    errors,
    focus,
    savedAt,
    unsaved,
    today,
    change,
    enter,
    follow,
    leave,
    go,
    point,
    next,
    back,
    nameRequest,
    answeredRequest,
  }
}
export type Form = ReturnType<typeof useAnswers>
