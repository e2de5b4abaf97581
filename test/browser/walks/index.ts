import { calculatorWalks } from './calculator'
import { componentWalks } from './components'
import { entryWalks } from './entry'
import { formWalks } from './form'
import { homeWalks } from './home'
import { policyWalks } from './policies'
import { privacyWalks } from './privacy'
import { receiptWalks } from './receipt'
import type { Walk } from './types'

/** Every page of the product in every state worth looking at: the gallery's pictures and the tests of pages walk the same ways. */
export const WALKS: Walk[] = [
  ...homeWalks,
  ...formWalks,
  ...entryWalks,
  ...privacyWalks,
  ...receiptWalks,
  ...calculatorWalks,
  ...policyWalks,
  ...componentWalks,
]
