import { database, openapi, storage, wxContext } from './cloud'
import { readKeys } from './crypto'
import { writeLine } from './log'
import type { Platform } from './serve'
import { fileStore, type CloudFiles } from './store/files'
import { faceCheckBy, readWeixinSettings, weixinApi } from './wechat'

const platform: Platform = {
  context: wxContext,
  database: database as unknown as Platform['database'],
  openapi: openapi as unknown as Platform['openapi'],
  files: fileStore(storage as unknown as CloudFiles),
  random: Math.random,
  log: writeLine,
}

/** The cloud for a function that keeps no data. */
export const openPlatform = (): Platform => platform

/** The cloud for a function that keeps data. Throws where the keys are missing or malformed: the function does not start. */
export function sealedPlatform(): Platform {
  const weixin = readWeixinSettings(process.env)
  return {
    ...platform,
    keys: readKeys(process.env.QIHANG_KEYS),
    ...(weixin ? { faceCheck: faceCheckBy(weixinApi(weixin)) } : {}),
  }
}
