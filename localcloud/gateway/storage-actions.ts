import { cloudPathOf, fileIdOf } from '../environment'
import type { Storage } from '../storage'
import type { Params } from './database-actions'
import { signFileAccess } from './token'

/** How long an address for one file may be used, ms. */
const ACCESS_MS = 2 * 3_600_000

export interface StorageSite {
  storage: Storage
  /** Address of the gateway, without a trailing slash. */
  origin: string
  secret: string
}

/** An answer with `code` is a refusal as the SDK knows it. */
type Answer = { data: unknown } | { code: string; message: string }

/** Answers one `storage.*` request. */
export function storageAction(site: StorageSite, action: string, params: Params): Answer {
  switch (action) {
    case 'storage.getUploadMetadata':
      return uploadMetadata(site, params)
    case 'storage.batchGetDownloadUrl':
      return { data: { download_list: list(params.file_list).map(each => downloadAddress(site, each)) } }
    case 'storage.batchDeleteFile':
      return { data: { delete_list: list(params.fileid_list).map(each => removal(site, each)) } }
    default:
      return { code: 'INVALID_PARAM', message: `unknown action: ${action}` }
  }
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]).slice(0, 50) : [])

function uploadMetadata(site: StorageSite, params: Params): Answer {
  const path = params.path
  if (typeof path !== 'string' || site.storage.locate(path) === undefined) {
    return { code: 'STORAGE_REQUEST_FAIL', message: 'the cloud path is not allowed' }
  }
  const authorization = signFileAccess('PUT', path, Date.now() + ACCESS_MS, site.secret)
  const url = `${site.origin}${storedAt(path)}`
  return { data: { url, token: 'local', authorization, fileId: fileIdOf(path), cosFileId: 'local' } }
}

function downloadAddress(site: StorageSite, file: unknown): unknown {
  const fileID = fileIdIn(file)
  const path = cloudPathOf(fileID)
  if (path === undefined || !site.storage.has(path)) {
    return { fileid: fileID, fileID, code: 'STORAGE_FILE_NONEXIST', tempFileURL: '', download_url: '' }
  }
  const access = signFileAccess('GET', path, Date.now() + ACCESS_MS, site.secret)
  const tempFileURL = `${site.origin}${storedAt(path)}?access=${access}`
  return { fileid: fileID, fileID, code: 'SUCCESS', tempFileURL, download_url: '' }
}

/** Base64url, because the SDK percent-encodes download addresses once more and so would damage most file names. */
const storedAt = (path: string): string => `/cos/${Buffer.from(path).toString('base64url')}`

/** The cloud path in an address made by {@link storedAt}. */
export const pathStoredAt = (address: string): string | undefined => {
  const name = /^\/cos\/([\w-]+)$/.exec(address)?.[1]
  return name === undefined ? undefined : Buffer.from(name, 'base64url').toString('utf8')
}

function removal(site: StorageSite, file: unknown): unknown {
  const fileID = fileIdIn(file)
  const path = cloudPathOf(fileID)
  return { fileID, code: path !== undefined && site.storage.remove(path) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' }
}

function fileIdIn(file: unknown): string {
  const value = typeof file === 'object' && file !== null ? (file as { fileid?: unknown }).fileid : file
  return typeof value === 'string' ? value : ''
}
