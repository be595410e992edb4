import { answerFhir, problemResponse } from '@/lib/referrals/fhir/answer'
import { notAllowed } from '@/lib/referrals/fhir/outcome'

export const dynamic = 'force-dynamic'

/** Health referrals as FHIR R4, for other systems with a key. */
export function GET(request: Request): Promise<Response> {
  return answerFhir(request)
}

const refuse = () => problemResponse(notAllowed, { allow: 'GET' })

export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT }
