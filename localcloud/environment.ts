/** The one environment of the embedded cloud and how WeChat Cloud names files in it. */
export const ENV_ID = 'local-env'
export const APP_ID = 'wx0000000000000000'
const FILE_PREFIX = `cloud://${ENV_ID}.6c6f-${ENV_ID}/`

export const fileIdOf = (cloudPath: string): string => FILE_PREFIX + cloudPath

/** @returns undefined for a file ID of another environment or of no valid form */
export const cloudPathOf = (fileId: string): string | undefined =>
  fileId.startsWith(FILE_PREFIX) ? fileId.slice(FILE_PREFIX.length) : undefined

/** WeChat's bounds on sizes that cross the function boundary, in bytes. */
export const MAX_EVENT_BYTES = 100 * 1024
export const MAX_RESULT_BYTES = 1024 * 1024

/** An openid is made of these; one of digits only would be read as a number by the SDK and damaged. */
export const isOpenid = (text: string): boolean => /^[\w-]{6,64}$/.test(text) && !/^\d+$/.test(text)
