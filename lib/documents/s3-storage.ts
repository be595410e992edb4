import { createHash } from 'node:crypto'
import { AwsClient } from 'aws4fetch'
import type { Storage } from './storage'

export type S3Settings = {
  endpoint: string
  bucket: string
  region: string
  accessKeyId: string
  secretAccessKey: string
}

/** Keeps documents in a bucket of an S3-compatible store. The bucket must not be public. */
export function s3Storage({ endpoint, bucket, region, accessKeyId, secretAccessKey }: S3Settings): Storage {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 2 })
  // Path style: works with every store, also with one that has no name per bucket.
  const urlOf = (key: string) => `${endpoint.replace(/\/+$/, '')}/${bucket}/${key}`
  const check = (answer: Response, deed: string) => {
    if (!answer.ok) throw new Error(`the document store answered ${answer.status} to ${deed}`)
  }
  return {
    async put(key, bytes) {
      const headers = {
        'content-type': 'application/octet-stream',
        // Signed: the store refuses a body that changed on its way.
        'x-amz-content-sha256': createHash('sha256').update(bytes).digest('hex'),
      }
      // A view of shared memory would be no body; these bytes come from a request.
      const answer = await client.fetch(urlOf(key), { method: 'PUT', body: bytes as Uint8Array<ArrayBuffer>, headers })
      check(answer, 'put')
      await answer.body?.cancel()
    },
    async get(key) {
      const answer = await client.fetch(urlOf(key))
      if (answer.status === 404) {
        await answer.body?.cancel()
        return null
      }
      check(answer, 'get')
      return answer.body
    },
    async remove(key) {
      const answer = await client.fetch(urlOf(key), { method: 'DELETE' })
      if (answer.status !== 404) check(answer, 'delete')
      await answer.body?.cancel()
    },
  }
}
