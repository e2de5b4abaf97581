import { waitFor, type OpenPage, type SimulatedElement } from './harness'

const textOf = (element: SimulatedElement) => (element.dom.textContent ?? '').replace(/\s+/g, ' ')

/** What a page says, in one line. */
export const words = (page: OpenPage): string => page.text().replace(/\s+/g, ' ')

export const reads = (page: OpenPage, text: string) =>
  waitFor(() => words(page).includes(text), `the page to read “${text}” (it reads: ${words(page).slice(0, 300)})`)

/** Taps the first element of a class that reads so, once it is there; WeChat's own buttons answer with an event of their own. */
export async function tap(page: OpenPage, selector: string, text: string | RegExp, event = 'tap'): Promise<void> {
  const fits = (element: SimulatedElement) =>
    typeof text === 'string' ? textOf(element).includes(text) : text.test(textOf(element))
  const element = await waitFor(() => page.find(selector).find(fits), `${selector} with ${String(text)}`)
  element.dispatchEvent(event, { bubbles: true, composed: true, detail: {} })
}

/** What belongs to the field with this label. */
const inField = (page: OpenPage, label: string, selector: string) =>
  waitFor(() => {
    const field = page.find('.qh-field').find(one => textOf(one).startsWith(label))
    return page.find(selector).find(one => field?.dom.contains(one.dom))
  }, `${selector} of ${label}`)

/** Types into the box of a field and stays there. */
export async function enter(page: OpenPage, label: string, value: string): Promise<void> {
  const box = await inField(page, label, '.qh-field__input')
  box.dispatchEvent('input', { detail: { value, cursor: value.length } })
}

/** Leaves the box of a field. */
export async function leave(page: OpenPage, label: string, value: string): Promise<void> {
  const box = await inField(page, label, '.qh-field__input')
  box.dispatchEvent('blur', { detail: { value } })
}

/** Types into the box of a field and leaves it. */
export async function type(page: OpenPage, label: string, value: string): Promise<void> {
  await enter(page, label, value)
  await leave(page, label, value)
}

/** Opens the list or the search of a field. */
export async function openField(page: OpenPage, label: string): Promise<void> {
  const field = await inField(page, label, '.qh-field__picked')
  field.dispatchEvent('tap', { bubbles: true, composed: true, detail: {} })
}

/** Types into the search box of an open sheet. */
export async function search(page: OpenPage, value: string): Promise<void> {
  const box = await waitFor(() => page.find('.qh-search__input')[0], 'the search box')
  box.dispatchEvent('input', { detail: { value, cursor: value.length } })
}

/** Picks a value of a field's native picker. */
export async function pick(page: OpenPage, label: string, value: string): Promise<void> {
  const picker = await inField(page, label, '.qh-field__picker')
  picker.dispatchEvent('change', { detail: { value } })
}
