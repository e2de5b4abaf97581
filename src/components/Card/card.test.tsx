import { render } from '../../../test/pages/render'
import { Card } from '.'

it('a card is plain, the promise or what is owed; cells go to its edges', () => {
  const kinds = [<Card>甲</Card>, <Card kind="deep">甲</Card>, <Card kind="due">甲</Card>, <Card flush>甲</Card>]
  expect(kinds.map(card => render(card).host.firstElementChild?.className)).toEqual([
    'qh-card',
    'qh-card qh-card--deep',
    'qh-card qh-card--due',
    'qh-card qh-card--flush',
  ])
})
