import type { Change } from '../../../components/change'
import type { Answers } from '../answers'
import type { Problems, Today } from '../problems'
import type { Form } from '../useAnswers'

/** What every question group gets. */
export interface StepProps {
  form: Form
  answers: Answers
  errors: Problems
  today: Today
  change: (change: Change<Answers>) => void
}
