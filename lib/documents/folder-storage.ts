import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import type { Storage } from './storage'

/** Files under way lie here until they are whole; same file system, so that the renaming is one step. */
export const unfinished = 'unfinished'

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

/** Keeps documents in a folder that no web server serves; readable by the portal's own account only. */
export function folderStorage(folder: string): Storage {
  const root = resolve(folder)
  const pathOf = (key: string) => {
    if (!/^[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f.-]+$/.test(key)) throw new Error('not a key of a document')
    return join(root, key)
  }
  return {
    async put(key, bytes) {
      const path = pathOf(key)
      const draft = join(root, unfinished, randomUUID())
      await mkdir(dirname(draft), { recursive: true, mode: 0o700 })
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      try {
        const file = await open(draft, 'wx', 0o600)
        try {
          await file.writeFile(bytes)
          await file.sync() // a row must never point to a file that a power cut took
        } finally {
          await file.close()
        }
        await rename(draft, path)
      } catch (error) {
        await rm(draft, { force: true })
        throw error
      }
    },
    async get(key) {
      try {
        const file = await open(pathOf(key), 'r')
        // Node's own web streams and the global ones are typed apart.
        return Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array>
      } catch (error) {
        if (isMissing(error)) return null
        throw error
      }
    },
    async remove(key) {
      await rm(pathOf(key), { force: true })
    },
  }
}
