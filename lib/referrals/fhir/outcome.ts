/** Why a request gets no resource: a status of HTTP, a code of FHIR's issue types, and a sentence for who wrote the client. */
export type Problem = { status: number; code: IssueCode; says: string }

/** Of FHIR R4's issue-type, what we say. */
type IssueCode = 'invalid' | 'login' | 'not-found' | 'not-supported' | 'throttled' | 'transient'

/** Whether an answer is a problem. */
export function isProblem(answer: object): answer is Problem {
  return 'says' in answer
}

export const invalid = (says: string): Problem => ({ status: 400, code: 'invalid', says })
export const notSupported = (says: string): Problem => ({ status: 404, code: 'not-supported', says })

/** The same for what is not there and for what this key does not reach. */
export const notFound: Problem = { status: 404, code: 'not-found', says: 'There is no such resource for this key.' }
export const notAllowed: Problem = { status: 405, code: 'not-supported', says: 'This server is read-only: use GET.' }
export const login: Problem = {
  status: 401,
  code: 'login',
  says: 'Send a key that is in force: Authorization: Bearer sanad_…',
}
export const throttled: Problem = { status: 429, code: 'throttled', says: 'Too many requests. Wait a minute.' }
export const transient: Problem = { status: 503, code: 'transient', says: 'The portal cannot answer now. Try again.' }

/** FHIR's own form of a problem. */
export function operationOutcome({ code, says }: Problem) {
  return { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code, diagnostics: says }] }
}

/** A parameter's name as it can be said again: short, and plain letters only. */
export const named = (name: string) => name.slice(0, 40).replace(/[^\w\-.:]/g, '?')
