import { Page } from '../../../components/Page'
import { sayText } from '../../../domain/policy'
import { rulesOf } from '../rulesOf'
import { resultSays } from '../says'
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
  const says = resultSays({
    book,
    answers,
    evaluation: rules.evaluate(answers),
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
