import Taro from '@tarojs/taro'
import { largeType } from './system.weapp'

/** Brings an element of the page into view; the cursor follows by the field's own `focus`. */
export const moveTo = (id: string): void =>
  Taro.nextTick(() => {
    void Promise.resolve(Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -24, duration: 200 })).catch(
      () => undefined,
    )
  })

/** The cursor follows by the field's own `focus`. */
export const cursorTo = (_id: string): void => undefined

/** The page's top, with nobody's focus moved. */
export const moveToTop = (): void =>
  void Promise.resolve(Taro.pageScrollTo({ scrollTop: 0, duration: 0 })).catch(() => undefined)

/** A question group starts at its top. WeChat lets no page move a screen reader's place. */
export const beginAtTop = moveToTop

/** Whether a keyboard leaves enough of the screen to see the question that is typed into; large type needs more. */
export function roomForKeyboard(): boolean {
  try {
    return Taro.getSystemInfoSync().windowHeight >= 580 && !largeType()
  } catch {
    return false
  }
}
