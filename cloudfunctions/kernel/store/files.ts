import { get as httpGet } from 'node:http'
import { get as httpsGet } from 'node:https'
import { createReadStream, type ReadStream } from 'node:fs'
import type { Readable } from 'node:stream'

/** What of the SDK the file store stands on. */
export interface CloudFiles {
  getTempFileURL(param: { fileList: { fileID: string; maxAge: number }[] }): Promise<{
    fileList: { fileID: string; tempFileURL: string; status: number; errMsg: string }[]
  }>
  uploadFile(param: { cloudPath: string; fileContent: Buffer | ReadStream }): Promise<{ fileID: string }>
  deleteFile(param: { fileList: string[] }): Promise<{ fileList: { fileID: string; status: number }[] }>
}

/** Files in cloud storage. */
export interface FileStore {
  /**
   * The file's bytes as they come; the SDK's own download would hold all of them in memory at once.
   * @throws FileMissing when there is no such file, Error when the storage fails
   */
  download(fileID: string): Promise<Readable>
  /**
   * Stores bytes, or a local file, under a path in the cloud; what stood there is replaced.
   * @returns the file's ID
   */
  upload(cloudPath: string, content: Buffer | { localFile: string }): Promise<string>
  /** Deletes files; ones that are gone already are no error. */
  delete(fileIDs: readonly string[]): Promise<void>
}

/** There is no file with this ID. */
export class FileMissing extends Error {}

/** Seconds an address is good for; its file is fetched at once. */
const ADDRESS_SECONDS = 600
/** Milliseconds without a byte after which a download is given up. */
const SILENT_MS = 15_000
/** Files the platform deletes with one request. */
const DELETED_AT_ONCE = 50

export function fileStore(cloud: CloudFiles): FileStore {
  return {
    async download(fileID) {
      const { fileList } = await cloud.getTempFileURL({ fileList: [{ fileID, maxAge: ADDRESS_SECONDS }] })
      const address = fileList[0]?.tempFileURL ?? ''
      if (address === '') throw new FileMissing('no such file')
      return fetched(address)
    },
    async upload(cloudPath, content) {
      const fileContent = Buffer.isBuffer(content) ? content : createReadStream(content.localFile)
      return (await cloud.uploadFile({ cloudPath, fileContent })).fileID
    },
    async delete(fileIDs) {
      for (let at = 0; at < fileIDs.length; at += DELETED_AT_ONCE)
        await cloud.deleteFile({ fileList: fileIDs.slice(at, at + DELETED_AT_ONCE) })
    },
  }
}

function fetched(address: string): Promise<Readable> {
  return new Promise((done, fail) => {
    // encoded as the SDK's own download does it: addresses come with the file's name as it is
    const url = encodeURI(address)
    const request = (url.startsWith('https:') ? httpsGet : httpGet)(url, { agent: false }, response => {
      if (response.statusCode === 200) return done(response)
      response.resume()
      fail(
        response.statusCode === 404
          ? new FileMissing('no such file')
          : new Error(`storage answered ${response.statusCode}`),
      )
    })
    request.setTimeout(SILENT_MS, () => request.destroy(new Error('storage went silent')))
    request.on('error', fail)
  })
}
