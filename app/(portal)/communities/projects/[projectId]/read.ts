import { cache } from 'react'
import { requireActor } from '@/lib/auth/session'
import { getProject } from '@/lib/communities/projects/queries'
import { isId } from '@/lib/ids'

/** The project of a page and who asks, once a request. */
export const read = cache(async (projectId: string) => {
  const actor = await requireActor()
  return { actor, page: isId(projectId) ? await getProject(actor, projectId) : null }
})
