import { type Tx, withSystem } from '../../../db/client'
import { type ApiKey, bearerOf, openKey } from '../../auth/api-key'
import { isUnavailable } from '../../commands/failure'
import { isId } from '../../ids'
import { collection, searchBundle } from './bundle'
import { capabilityStatement } from './capability'
import { countRecent, logRead, mostRequests } from './disclose'
import { findEverything, findResource, findResources } from './find'
import { isProblem, login, notFound, operationOutcome, type Problem, throttled, transient } from './outcome'
import { type FhirRequest, parseRequest, typeOf } from './request'

const headers = {
  'content-type': 'application/fhir+json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}

/** A problem as it is sent. */
export function problemResponse(problem: Problem, more: Record<string, string> = {}): Response {
  const challenge = problem.code === 'login' ? { 'www-authenticate': 'Bearer realm="sanad-fhir"' } : {}
  const wait = problem.code === 'throttled' ? { 'retry-after': '60' } : {}
  return Response.json(operationOutcome(problem), {
    status: problem.status,
    headers: { ...headers, ...challenge, ...wait, ...more },
  })
}

const send = (answer: object) => (isProblem(answer) ? problemResponse(answer) : Response.json(answer, { headers }))

async function work(tx: Tx, key: ApiKey, url: URL, asked: FhirRequest): Promise<object> {
  switch (asked.kind) {
    case 'metadata':
      return capabilityStatement()
    case 'read':
      return (await findResource(tx, key, asked.type, asked.id)) ?? notFound
    case 'everything': {
      const resources = await findEverything(tx, key, asked.id)
      return resources ? collection(resources, new Date()) : notFound
    }
    case 'search': {
      const { resources, next } = await findResources(tx, key, asked.type, asked.search)
      return searchBundle(url, resources, next)
    }
  }
}

/** Proves the key, answers, and writes down that it asked. All in one transaction: nothing is sent that was not entered. */
function answerKey(secret: string, url: URL, asked: FhirRequest | Problem): Promise<object> {
  return withSystem('fhir', async (tx) => {
    const key = await openKey(tx, secret)
    if (!key) return login
    const recent = await countRecent(tx, key)
    const resource = typeOf(url)
    // The first request too many is written down; those after it would only fill the log.
    if (recent > mostRequests) return throttled
    if (recent === mostRequests) {
      await logRead(tx, key, { resource, recordId: null, status: 'refused' })
      return throttled
    }
    const answer = isProblem(asked) ? asked : await work(tx, key, url, asked)
    const status = !isProblem(answer) ? 'ok' : answer === notFound ? 'not_found' : 'refused'
    const recordId = !isProblem(asked) && 'id' in asked && isId(asked.id) ? asked.id : null
    await logRead(tx, key, { resource, recordId, status })
    return answer
  })
}

/**
 * Answers a request for FHIR resources. Only a key opens anything; a session's cookie is not looked at. Whoever has no key
 * learns what the server can do, and nothing else.
 */
export async function answerFhir(request: Request): Promise<Response> {
  const url = new URL(request.url)
  const asked = parseRequest(url)
  if (!isProblem(asked) && asked.kind === 'metadata') return send(capabilityStatement())
  const secret = bearerOf(request.headers.get('authorization'))
  if (!secret) return problemResponse(login)
  try {
    return send(await answerKey(secret, url, asked))
  } catch (error) {
    if (!isUnavailable(error)) throw error
    return problemResponse(transient)
  }
}
