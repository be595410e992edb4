import type * as z from 'zod/mini'
import { objectFrom } from '@/lib/commands/form-data'

/**
 * What the schema has against a form, as field path → message key ('' = the form as a whole): the first issue of each
 * field. The form is read exactly as the server reads it, so that both always agree. Without a schema, nothing.
 */
export function issuesOf(schema: z.ZodMiniType | null, form: FormData): Record<string, string> {
  const answer = schema?.safeParse(objectFrom(form) ?? {})
  const fields: Record<string, string> = {}
  for (const issue of answer?.error?.issues ?? []) {
    const path = issue.path.join('.')
    fields[path] ??= issue.message
  }
  return fields
}
