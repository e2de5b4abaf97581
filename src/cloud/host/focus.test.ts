import { moveTo } from './focus.h5'

const drawn = () => new Promise<void>(resolve => requestAnimationFrame(() => resolve()))
/** Until something is so, or nobody can expect it any more. */
async function whileFrames(waiting: () => boolean): Promise<void> {
  for (let frames = 0; frames < 100 && waiting(); frames += 1) await drawn()
}

beforeEach(() => {
  // this document lays nothing out
  Object.defineProperty(HTMLElement.prototype, 'offsetParent', { configurable: true, get: () => document.body })
  HTMLElement.prototype.scrollIntoView = jest.fn()
  document.body.innerHTML = '<div class="taro_page"><div id="field-name"></div></div>'
})
afterEach(() => {
  Reflect.deleteProperty(HTMLElement.prototype, 'offsetParent')
  Reflect.deleteProperty(HTMLElement.prototype, 'scrollIntoView')
})

test('the cursor goes to a field that draws what is typed into later than itself', async () => {
  moveTo('field-name')
  const field = document.getElementById('field-name')!
  await whileFrames(() => jest.mocked(field.scrollIntoView).mock.calls.length === 0)
  await drawn()
  const box = document.createElement('input')
  field.append(box)
  await whileFrames(() => document.activeElement === document.body)
  expect(document.activeElement).toBe(box)
})
