import type { Answers } from '../answers'
import type { Problems, Today } from '../problems'
import type { Form } from '../useAnswers'
import type { Filing } from '../useFiling'

/** What every question group gets. */
export interface StepProps {
  form: Form
  filing: Filing
  answers: Answers
  errors: Problems
  today: Today
  change: (changed: Partial<Answers>) => void
}
