import { act, useEffect, useRef } from 'react'

/** What a page asked of WeChat, in order. */
export const asked: { name: string; options: unknown }[] = []
const stored = new Map<string, string>()
let answer: (call: { name: string; data: unknown }) => Promise<unknown> = () => Promise.reject(new Error('no cloud'))

/** Puts a cloud behind `callFunction`: what it returns is a function's answer. */
export const answerWith = (next: typeof answer) => {
  answer = next
}
let dialog: Record<string, unknown> | { errCode: number } = {}
/** What the person answers WeChat's dialog about messages, by template; or the code with which it doesn't come up. */
export const answerDialog = (next: typeof dialog) => {
  dialog = next
}
/** The query the next page is opened with. */
let query: Record<string, string> = {}
export const openWith = (next: Record<string, string>) => {
  query = next
}
/** The pages that lie over each other, this one last; each by its route. */
let pages: { route?: string }[] = [{}, {}]
export const openOver = (...below: string[]) => {
  pages = [...below.map(route => ({ route })), {}]
}
const shown = new Set<() => void>()
/** The pages come to the front again: from behind another page, or from another mini-program. */
export const showAgain = () => act(() => shown.forEach(run => run()))

const keyboards = new Set<(told: { height: number }) => void>()
/** The keyboard comes up this high, px; 0: it goes. */
export const keyboardAt = (height: number) => act(() => keyboards.forEach(told => told({ height })))

/** From now on the phone has no room: nothing more can be stored. */
let full = false
export const fillStorage = () => {
  full = true
}

export const forgetAll = () => {
  full = false
  asked.length = 0
  keyboards.clear()
  query = {}
  pages = [{}, {}]
  stored.clear()
  shown.clear()
}

const record = (name: string) => (options: unknown) => {
  asked.push({ name, options })
  return Promise.resolve({ errMsg: `${name}:ok` })
}

const taro = {
  navigateTo: record('navigateTo'),
  redirectTo: record('redirectTo'),
  switchTab: record('switchTab'),
  setClipboardData: record('setClipboardData'),
  makePhoneCall: record('makePhoneCall'),
  canIUse: () => true,
  requestSubscribeMessage: (options: {
    tmplIds: string[]
    success: (result: object) => void
    fail: (error: object) => void
  }) => {
    asked.push({ name: 'requestSubscribeMessage', options: { tmplIds: options.tmplIds } })
    if ('errCode' in dialog) options.fail(dialog)
    else options.success({ errMsg: 'requestSubscribeMessage:ok', ...dialog })
    return Promise.resolve()
  },
  env: { USER_DATA_PATH: 'wxfile://usr' },
  getFileSystemManager: () => ({ writeFileSync: record('writeFileSync'), unlink: record('unlink') }),
  shareFileMessage: record('shareFileMessage'),
  getCurrentPages: () => pages,
  navigateBack: record('navigateBack'),
  showToast: record('showToast'),
  showModal: (options: unknown) => record('showModal')(options).then(() => ({ confirm: false })),
  pageScrollTo: record('pageScrollTo'),
  nextTick: (run: () => void) => run(),
  getSystemInfoSync: () => ({ windowHeight: 780 }),
  getNetworkType: () => Promise.resolve({ networkType: 'wifi' }),
  onNetworkStatusChange: () => undefined,
  offNetworkStatusChange: () => undefined,
  onKeyboardHeightChange: (told: (told: { height: number }) => void) => void keyboards.add(told),
  offKeyboardHeightChange: (told: (told: { height: number }) => void) => void keyboards.delete(told),
  setStorage: ({ key, data }: { key: string; data: unknown }) =>
    full
      ? Promise.reject(new Error('setStorage:fail exceed storage max size'))
      : Promise.resolve(void stored.set(key, JSON.stringify(data))),
  getStorage: ({ key }: { key: string }) => {
    const text = stored.get(key)
    return text === undefined
      ? Promise.reject(new Error('data not found'))
      : Promise.resolve({ data: JSON.parse(text) as unknown })
  },
  getStorageInfoSync: () => ({ keys: [...stored.keys()] }),
  removeStorage: ({ key }: { key: string }) => Promise.resolve(void stored.delete(key)),
  cloud: {
    init: () => undefined,
    callFunction: async (call: { name: string; data: unknown }) => ({ result: await answer(call) }),
  },
}
export default taro

export const useRouter = () => ({ params: query })
/** What the page would hand on when it is shared. */
export const shared: { title: string; path: string }[] = []
export const useShareAppMessage = (make: () => { title: string; path: string }) => void (shared[0] = make())

export function useDidShow(run: () => void) {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    const now = () => latest.current()
    now()
    shown.add(now)
    return () => void shown.delete(now)
  }, [])
}
