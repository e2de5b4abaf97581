import type { Page } from 'playwright-core'
import type { Phone } from '../chromium'
import type { Product } from '../product'
import type { Look, Walk } from './types'

let newcomers = 0

/** Walks once on a phone of its own; `look` is told which page it looks at. */
export async function walkOn(
  product: Product,
  walk: Walk,
  phone: Phone,
  look: (page: Page, ...name: Parameters<Look>) => Promise<void>,
): Promise<void> {
  const openid = walk.who === 'new' ? `o-walk-${walk.name}-${++newcomers}` : walk.who
  const { page, context } = await product.phoneOf(openid, phone)
  try {
    await walk.go(page, name => look(page, name), product)
  } catch (error) {
    throw new Error(`${walk.name}, ${phone.width ?? 390} wide: ${String(error)}`, { cause: error })
  } finally {
    await context.close()
  }
}
