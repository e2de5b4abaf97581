import { act, type ReactElement } from 'react'
import { createRoot } from 'react-dom/client'

;(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true

/** Draws an element and answers what a person would do with it. */
export function render(element: ReactElement) {
  const host = document.createElement('div')
  document.body.appendChild(host)
  const root = createRoot(host)
  void act(() => root.render(element))
  const find = (role: string, name: string | RegExp) => {
    const fits = (one: Element) => {
      const said = one.getAttribute('aria-label') ?? one.textContent ?? ''
      return typeof name === 'string' ? said === name : name.test(said)
    }
    const found = Array.from(host.querySelectorAll(`[role="${role}"], ${role}`)).find(fits)
    if (!found) throw new Error(`no ${role} called ${String(name)} in: ${host.textContent}`)
    return found as HTMLElement
  }
  return {
    host,
    find,
    text: () => host.textContent ?? '',
    /** `times` taps in one go, faster than anything is drawn again. */
    tap: async (role: string, name: string | RegExp, times = 1) =>
      act(async () => {
        const element = find(role, name)
        for (let i = 0; i < times; i++) element.click()
      }),
    /** Goes back by the phone's arrow, gesture or key; throws where that would leave the page. */
    back: async () =>
      act(async () => {
        const held = host.querySelector<HTMLElement>('[data-back]')
        if (!held) throw new Error('going back leaves the page')
        held.click()
      }),
    /** Presses the keyboard's own key: 下一项, 完成. */
    confirm: async (name: string) =>
      act(async () => {
        find('input', name).dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
      }),
    type: async (name: string, value: string) =>
      act(async () => {
        const input = find('input', name) as HTMLInputElement
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value)
        input.dispatchEvent(new Event('input', { bubbles: true }))
      }),
    /** Lets what was promised arrive: some turns of the loop, no time. */
    settle: async () =>
      act(async () => {
        for (let turn = 0; turn < 10; turn++) await new Promise(resolve => setTimeout(resolve, 0))
      }),
    /** Lets this many ms pass on a clock that the test holds. */
    rest: async (ms: number) => act(async () => jest.advanceTimersByTimeAsync(ms)),
    rerender: (next: ReactElement) => act(() => root.render(next)),
    leave: () => act(() => root.unmount()),
  }
}
