import { notFound } from 'next/navigation'
import { requireActor } from '@/lib/auth/session'
import { isId } from '@/lib/ids'
import { getPersonForm } from '@/lib/people/form-queries'
import { canEdit } from '@/lib/people/policy'

export type PersonParams = Promise<{ personId: string }>

/** The person that a form is about, and who fills it in; not found for whoever may not change them. */
export async function editablePerson(params: PersonParams, joinMemberId: string | null = null) {
  const actor = await requireActor()
  const { personId } = await params
  const form = isId(personId) ? await getPersonForm(actor, personId, joinMemberId) : null
  if (!form || !canEdit(actor, form.placed)) notFound()
  return { actor, personId, form }
}
