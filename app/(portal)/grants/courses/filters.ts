import { one } from '@/app/query'
import { type CourseFilter, courseStates } from '@/lib/grants/training/course-queries'
import { isId } from '@/lib/ids'

export type SearchParams = Promise<Record<string, string | string[] | undefined>>

/** The list's filters out of the address; what makes no sense is left out. */
export async function readCourseFilters(searchParams: SearchParams): Promise<CourseFilter> {
  const params = await searchParams
  const idOf = (name: string) => {
    const value = one(params[name])
    return isId(value) ? value : undefined
  }
  return {
    teamId: idOf('team'),
    state: courseStates.find((state) => state === one(params.state)),
    after: idOf('after'),
    before: idOf('before'),
  }
}

/** The address of the list with these filters. */
export function courseHref(filter: CourseFilter): string {
  const query = new URLSearchParams()
  if (filter.teamId) query.set('team', filter.teamId)
  if (filter.state) query.set('state', filter.state)
  if (filter.after) query.set('after', filter.after)
  if (filter.before) query.set('before', filter.before)
  const text = query.toString()
  return text ? `/grants/courses?${text}` : '/grants/courses'
}
