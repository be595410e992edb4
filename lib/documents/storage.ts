import { randomBytes } from 'node:crypto'
import { env } from '../env'
import { folderStorage } from './folder-storage'
import { s3Storage } from './s3-storage'

/** Where the bytes of documents lie. A key is made by `newKey`. */
export type Storage = {
  /** Writes a whole file or nothing. Throws when it could not be written. */
  put(key: string, bytes: Uint8Array): Promise<void>
  /** The file as a stream; null when there is none. */
  get(key: string): Promise<ReadableStream<Uint8Array> | null>
  /** Removes a file; one that is not there is no error. */
  remove(key: string): Promise<void>
}

/**
 * A random name in two levels of folders, so that no folder grows too large. It ends with the document's id: the sweep
 * finds the row of a file by its key.
 */
export function newKey(documentId: string): string {
  const random = randomBytes(16).toString('hex')
  return `${random.slice(0, 2)}/${random.slice(2, 4)}/${random}.${documentId}`
}

let opened: Storage | undefined

/** The store of this process: S3-compatible when its settings are there, else the folder `DOCUMENTS_DIR`. */
export function storage(): Storage {
  opened ??= open()
  return opened
}

function open(): Storage {
  const { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, DOCUMENTS_DIR } = env()
  if (S3_ENDPOINT && S3_BUCKET && S3_REGION && S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY) {
    return s3Storage({
      endpoint: S3_ENDPOINT,
      bucket: S3_BUCKET,
      region: S3_REGION,
      accessKeyId: S3_ACCESS_KEY_ID,
      secretAccessKey: S3_SECRET_ACCESS_KEY,
    })
  }
  return folderStorage(DOCUMENTS_DIR)
}
