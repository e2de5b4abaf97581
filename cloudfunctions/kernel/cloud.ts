import * as cloud from 'wx-server-sdk'

// shorter than the SDK's 15 s, so that a lost answer still leaves time to read back before the function's own limit
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV, timeout: 4000 } as unknown as cloud.ICloudInitOptions)

/** What WeChat says about the current invocation. */
export const wxContext = (): Record<string, unknown> => cloud.getWXContext()

export const database = cloud.database()

/** The cloud storage's calls; used by `store/files.ts` only. */
export const storage = {
  getTempFileURL: cloud.getTempFileURL,
  uploadFile: cloud.uploadFile,
  deleteFile: cloud.deleteFile,
}

/** WeChat's server interfaces; called by `wechat/` only. */
export const openapi = cloud.openapi
