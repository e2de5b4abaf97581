import { forgetAll } from '../../../test/pages/taro'
import { copyText, leaveNoCopy } from './clipboard.h5'

const refuse = () => Promise.reject(new Error('NotAllowedError'))
const clipboard = (writeText?: (text: string) => Promise<void>) =>
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: writeText && { writeText } })

beforeEach(() => {
  forgetAll()
  localStorage.clear()
})

describe('what is copied in a browser', () => {
  it('goes to the clipboard and nowhere else', async () => {
    const copied: string[] = []
    clipboard(text => Promise.resolve(void copied.push(text)))
    await expect(copyText('京人社就促字〔2024〕109号')).resolves.toBe(true)
    expect([copied, localStorage.length]).toEqual([['京人社就促字〔2024〕109号'], 0])
  })
  it.each([
    ['refuses', refuse],
    ['has none for pages', undefined],
  ])('is selected and copied where the browser %s, and is not said to be where it wasn’t', async (_, writeText) => {
    clipboard(writeText)
    let selected: string | undefined
    document.execCommand = () => {
      selected = document.querySelector('textarea')?.value
      return true
    }
    await expect(copyText('109号')).resolves.toBe(true)
    expect([selected, document.querySelector('textarea')]).toEqual(['109号', null])
    document.execCommand = () => false
    await expect(copyText('109号')).resolves.toBe(false)
  })
  it('is not left behind by Taro, from an earlier run or when somebody copies what they have selected', () => {
    jest.useFakeTimers()
    localStorage.setItem('taro_clipboard', '{"data":"林知夏"}')
    leaveNoCopy()
    expect(localStorage.getItem('taro_clipboard')).toBeNull()
    document.dispatchEvent(new Event('copy'))
    localStorage.setItem('taro_clipboard', '{"data":"林知夏"}')
    jest.runAllTimers()
    expect(localStorage.getItem('taro_clipboard')).toBeNull()
    jest.useRealTimers()
  })
})
