import type { Cursor } from '@/lib/cases/scope'
import { isId } from '@/lib/ids'
import { oneOf } from '../users/filters'

/** Where a page of keys or of their log begins, out of the address. */
export function readCursor(query: Record<string, string | string[] | undefined>): Cursor {
  const [after, before] = [oneOf(query.after), oneOf(query.before)]
  return { after: isId(after) ? after : undefined, before: isId(before) ? before : undefined }
}
