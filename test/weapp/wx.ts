import http from 'node:http'

type Options = Record<string, unknown> & {
  success?: (result: unknown) => void
  fail?: (error: unknown) => void
  complete?: (result: unknown) => void
}

/** One call the mini-program made on `wx`. */
export interface WxCall {
  name: string
  options: Options
}

export interface WxWorld {
  calls: WxCall[]
  /** Answers of native calls that a test replaces. */
  answers: Map<string, (options: Options) => unknown>
  storage: Map<string, string>
  /** Volume and count of setData since the last reset. */
  setData: { calls: number; bytes: number; largest: number }
}

/** `wx.cloud.callFunction` against the embedded cloud, as the platform would carry it for this OPENID. */
function callFunction(cloudUrl: () => string, openid: () => string) {
  return (options: { name: string; data: unknown } & Options) =>
    new Promise((resolve, reject) => {
      const fail = (error: unknown) => {
        options.fail?.(error)
        reject(error as Error)
      }
      const request = http.request(
        new URL(`/functions/${options.name}`, cloudUrl()),
        { method: 'POST', headers: { 'content-type': 'application/json', 'x-wx-openid': openid() } },
        response => {
          const chunks: Buffer[] = []
          response.on('data', chunk => chunks.push(chunk as Buffer))
          response.on('end', () => {
            const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { result?: unknown }
            if (!('result' in body)) return fail({ errCode: -1, errMsg: 'cloud.callFunction:fail' })
            const result = { result: body.result, errMsg: 'cloud.callFunction:ok' }
            options.success?.(result)
            resolve(result)
          })
        },
      )
      request.on('error', () => fail({ errCode: -1, errMsg: 'cloud.callFunction:fail request:fail' }))
      request.end(JSON.stringify(options.data))
    })
}

/** Puts what the compiled mini-program needs of WeChat on the simulator's `wx`. There is no layout and no native part. */
export function installWx(wx: Record<string, unknown>, cloudUrl: () => string, openid: () => string): WxWorld {
  const world: WxWorld = {
    calls: [],
    answers: new Map(),
    storage: new Map(),
    setData: { calls: 0, bytes: 0, largest: 0 },
  }
  const native = (name: string, fallback: (options: Options) => unknown = () => ({ errMsg: `${name}:ok` })) => {
    wx[name] = (options: Options = {}) => {
      world.calls.push({ name, options })
      const result = (world.answers.get(name) ?? fallback)(options)
      options.success?.(result)
      options.complete?.(result)
      return Promise.resolve(result)
    }
  }
  for (const name of [
    'navigateTo',
    'redirectTo',
    'switchTab',
    'reLaunch',
    'navigateBack',
    'showToast',
    'hideToast',
    'showLoading',
    'hideLoading',
    'setNavigationBarTitle',
    'setNavigationBarColor',
    'setBackgroundColor',
    'stopPullDownRefresh',
    'requestSubscribeMessage',
    'pageScrollTo',
    'setClipboardData',
    'makePhoneCall',
    'openPrivacyContract',
  ])
    native(name)
  native('showModal', () => ({ confirm: true, cancel: false, errMsg: 'showModal:ok' }))
  native('getPrivacySetting', () => ({ needAuthorization: false, privacyContractName: '《启航隐私保护指引》' }))
  native('getNetworkType', () => ({ networkType: 'wifi' }))
  const systemInfo = {
    SDKVersion: '3.5.0',
    platform: 'ios',
    theme: 'light',
    fontSizeSetting: 16,
    windowWidth: 390,
    windowHeight: 844,
    statusBarHeight: 47,
    safeArea: { left: 0, right: 390, top: 47, bottom: 810, width: 390, height: 763 },
  }
  for (const name of ['getSystemInfoSync', 'getWindowInfo', 'getAppBaseInfo', 'getDeviceInfo', 'getSystemSetting'])
    wx[name] = () => systemInfo
  native('getSystemInfo', () => systemInfo)
  for (const name of [
    'onThemeChange',
    'offThemeChange',
    'onNetworkStatusChange',
    'onKeyboardHeightChange',
    'offKeyboardHeightChange',
    'onNeedPrivacyAuthorization',
    'onAppShow',
    'onAppHide',
    'onError',
    'onUnhandledRejection',
  ])
    wx[name] = () => undefined
  wx.canIUse = () => true
  wx.nextTick = (callback: () => void) => void Promise.resolve().then(callback)
  wx.getUpdateManager = () => ({ onCheckForUpdate() {}, onUpdateReady() {}, onUpdateFailed() {}, applyUpdate() {} })
  wx.getAccountInfoSync = () => ({ miniProgram: { envVersion: 'develop' } })
  wx.getMenuButtonBoundingClientRect = () => ({ top: 51, bottom: 83, left: 296, right: 383, width: 87, height: 32 })
  wx.createSelectorQuery = () => {
    let asked = 0
    const rect = () => ({ left: 0, top: 0, right: 0, bottom: 0, width: 100, height: 40 })
    const query = {
      in: () => query,
      select: () => query,
      selectAll: () => query,
      selectViewport: () => query,
      boundingClientRect: () => ((asked += 1), query),
      scrollOffset: () => ((asked += 1), query),
      fields: () => ((asked += 1), query),
      node: () => ((asked += 1), query),
      exec: (callback?: (rects: unknown[]) => void) =>
        void Promise.resolve().then(() => callback?.(Array.from({ length: asked || 1 }, rect))),
    }
    return query
  }
  const read = (key: string) => (world.storage.has(key) ? (JSON.parse(world.storage.get(key)!) as unknown) : '')
  wx.setStorageSync = (key: string, value: unknown) => void world.storage.set(key, JSON.stringify(value))
  wx.getStorageSync = read
  wx.removeStorageSync = (key: string) => void world.storage.delete(key)
  native(
    'setStorage',
    options => (world.storage.set(String(options.key), JSON.stringify(options.data)), { errMsg: 'setStorage:ok' }),
  )
  native('removeStorage', options => (world.storage.delete(String(options.key)), { errMsg: 'removeStorage:ok' }))
  wx.getStorage = (options: Options) => {
    const key = String(options.key)
    if (world.storage.has(key)) {
      const result = { data: read(key), errMsg: 'getStorage:ok' }
      options.success?.(result)
      return Promise.resolve(result)
    }
    const error = { errMsg: 'getStorage:fail data not found' }
    options.fail?.(error)
    return options.fail ? Promise.resolve(error) : Promise.reject(error as unknown as Error)
  }
  wx.cloud = { init() {}, callFunction: callFunction(cloudUrl, openid) }
  return world
}
