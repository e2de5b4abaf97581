import Taro from '@tarojs/taro'

// Only the asynchronous calls encrypt. Older WeChat versions ignore the option and store within their own sandbox; Taro's
// types don't know it.
const encrypted = { encrypt: true } as object

/** Undefined where nothing readable is stored. */
export async function read(key: string): Promise<unknown> {
  try {
    return (await Taro.getStorage({ key, ...encrypted })).data as unknown
  } catch {
    return undefined
  }
}

export async function write(key: string, value: unknown): Promise<boolean> {
  try {
    await Taro.setStorage({ key, data: value, ...encrypted })
    return true
  } catch {
    return false
  }
}

export async function remove(key: string): Promise<void> {
  await Taro.removeStorage({ key }).catch(() => undefined)
}

export function keys(): Promise<string[]> {
  try {
    return Promise.resolve(Taro.getStorageInfoSync().keys)
  } catch {
    return Promise.resolve([])
  }
}
