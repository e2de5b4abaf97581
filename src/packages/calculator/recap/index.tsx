import { Page } from '../../../components/Page'
import { sayText } from '../../../domain/policy'
import { rulesOf } from '../rulesOf'
import { oneStepAway } from '../oneStep'
import { resultSays } from '../resultSays'
import { SheetPage } from '../SheetPage'
import { useLook } from '../useLook'
import { recapOf } from './recap'

/** What comes out on one page, to keep or to print. */
export default function Recap() {
  const looking = useLook()
  if (!looking) return <Page />
  const { book, on, today, inHand } = looking
  const rules = book.calculator.on(on)
  const { answers } = inHand
  const evaluation = rules.evaluate(answers)
  const says = resultSays({
    book,
    answers,
    evaluation,
    after: oneStepAway(rules, answers, evaluation),
    say: template => sayText(template, answers, book.texts, rules),
  })
  return (
    <SheetPage
      looking={looking}
      sheet={recapOf(says, { rules: rulesOf(on, today), version: book.rules.version })}
      name="政策结果"
      lines={[...says.title]}
      holds="里面有你的答案，没有姓名和证件号"
    />
  )
}
