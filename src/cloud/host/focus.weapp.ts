import Taro from '@tarojs/taro'

/** Brings an element of the page into view; the cursor follows by the field's own `focus`. */
export const moveTo = (id: string): void =>
  Taro.nextTick(() => {
    void Promise.resolve(Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -24, duration: 200 })).catch(
      () => undefined,
    )
  })
/** A question group starts at its top. */
export const moveToTop = (): void =>
  void Promise.resolve(Taro.pageScrollTo({ scrollTop: 0, duration: 0 })).catch(() => undefined)
