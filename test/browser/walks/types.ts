import type { Page } from 'playwright-core'
import type { Product } from '../product'

/** Looks at the state the page is in: a picture in the gallery, axe and the blind spots in the test. Names are kebab-case. */
export type Look = (name: string) => Promise<void>

/** A way of one person through the product, from the first page on. Each look has a name of its own in all the walks. */
export interface Walk {
  name: string
  /**
   * `new`: somebody who has never been here, another one at each run. Else the OPENID of a seeded person, whom all walks
   * share: such a walk leaves the person as it found them, or can be walked again on what it left.
   */
  who: 'new' | (string & {})
  go: (page: Page, look: Look, product: Product) => Promise<void>
}
