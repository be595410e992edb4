import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { s3Storage } from './s3-storage'

const kept = new Map<string, Buffer>()
let server: Server
let endpoint = ''

// As much of an object store as the portal asks for: it looks at the signature's form and at the body's hash.
beforeAll(async () => {
  server = createServer(async (request, response) => {
    const { authorization = '', 'x-amz-content-sha256': hash, 'x-amz-date': date = '' } = request.headers
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks)
    const path = request.url ?? ''
    const signed =
      /^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/eu-central-1\/s3\/aws4_request, SignedHeaders=[a-z0-9;-]*x-amz-content-sha256[a-z0-9;-]*, Signature=[0-9a-f]{64}$/
    const answer = (status: number, content?: Buffer) => response.writeHead(status).end(content)
    if (!signed.test(authorization) || !/^\d{8}T\d{6}Z$/.test(String(date))) return answer(403)
    if (path.includes('failing')) return answer(507)
    if (request.method === 'PUT') {
      if (hash !== createHash('sha256').update(body).digest('hex')) return answer(400)
      kept.set(path, body)
      return answer(200)
    }
    if (request.method === 'DELETE') return answer(kept.delete(path) ? 204 : 404)
    const found = kept.get(path)
    return found ? answer(200, found) : answer(404)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  endpoint = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

const open = () =>
  s3Storage({ endpoint, bucket: 'sanad', region: 'eu-central-1', accessKeyId: 'key', secretAccessKey: 'secret' })

describe('an S3-compatible store', () => {
  it('gives back what it was given, until it is removed', async () => {
    const store = open()
    const bytes = new Uint8Array([1, 2, 3, 250])
    await store.put('ab/cd/file', bytes)
    expect([...kept.keys()]).toEqual(['/sanad/ab/cd/file'])
    const body = await store.get('ab/cd/file')
    expect(new Uint8Array(await new Response(body).arrayBuffer())).toEqual(bytes)
    await store.remove('ab/cd/file')
    expect(await store.get('ab/cd/file')).toBeNull()
    await store.remove('ab/cd/file')
  })

  it('says so when it could not keep a file', async () => {
    await expect(open().put('failing', new Uint8Array([1]))).rejects.toThrow('507')
  })
})
