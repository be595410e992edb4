'use client'

import { unstable_rethrow, useRouter } from 'next/navigation'
import { type FormEvent, useActionState, useId, useRef, useState, useTransition } from 'react'
import type * as z from 'zod/mini'
import type { Action, ActionState } from '@/lib/commands/result'
import { newId } from '@/lib/ids'
import { issuesOf } from './issues-of'
import { saveState } from './save-state'
import { type DraftOptions, useDraft } from './use-draft'

type Answer<T> = NonNullable<ActionState<T>>
/** An answer of the server, or that none came (`not_sent`; `kept`: it waits on this device and goes by itself), or that the record was loaded anew after a conflict. */
export type Outcome<T = unknown> = Answer<T> | { ok: false; code: 'not_sent' | 'kept' | 'reloaded' } | null

export type ActionFormOptions<T> = {
  draft?: DraftOptions | undefined
  /** Called when the action answered ok without leading elsewhere. */
  onDone?: (data: T) => void
  /** Empties the form when done, for forms that add one thing after another. */
  resetOnDone?: boolean
  /** Takes what could not be sent for want of a line, with its `commandId`, to send it later; false when it cannot. */
  keepUnsent?: (form: FormData) => Promise<boolean>
}

/** Whether what was thrown leads the browser on because the deed is done. Leading to the sign-in page is no deed done. */
function isDone(error: unknown): boolean {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : ''
  return digest.startsWith('NEXT_REDIRECT') && !digest.includes(';/sign-in')
}

/**
 * The one road of a form. Before and without scripts the form posts to the action and shows what it answers; with them
 * the same schema looks first, the same FormData is sent, and nothing typed is lost: not on an error, a conflict, the end
 * of a session or a dropped line. A second press or a retry carries the same `commandId` and cannot happen twice.
 */
export function useActionForm<T>(schema: z.ZodMiniType | null, action: Action<T>, options: ActionFormOptions<T> = {}) {
  const id = useId()
  const router = useRouter()
  const [served, formAction, servedPending] = useActionState(action, null)
  const [sent, setSent] = useState<Outcome<T>>(null)
  const [pending, startTransition] = useTransition()
  // One id for one deed: it stays through retries and changes only when the deed is done.
  const [commandId, setCommandId] = useState(newId)
  const formRef = useRef<HTMLFormElement>(null)
  const lastSubmitter = useRef<HTMLElement | null>(null)
  // Counts the answers, so that the summary takes the focus anew each time.
  const [attempt, setAttempt] = useState(0)
  const [errors, setErrors] = useState(() => (served && !served.ok && served.code === 'invalid' ? served.fields : {}))
  const values = served && !served.ok ? served.values : undefined
  const draft = useDraft(formRef, options.draft, values === undefined)

  const show = (next: Outcome<T>) => {
    setErrors(next && !next.ok && next.code === 'invalid' ? next.fields : {})
    setSent(next)
    setAttempt((count) => count + 1)
    saveState.set(next?.ok ? 'sent' : next?.code === 'kept' ? 'device' : 'needsYou')
  }

  /** Everything of one sending: the deed, the draft, and what the screen says. */
  const send = (data: FormData) => {
    saveState.set('sending')
    data.set('commandId', commandId)
    startTransition(async () => {
      let answer: Outcome<T>
      try {
        answer = await action(null, data)
      } catch (error) {
        if (isDone(error)) {
          await draft.forget()
          saveState.set('sent')
        }
        // What leads elsewhere goes on its way; what carries a digest was at least answered by the server.
        unstable_rethrow(error)
        answer = { ok: false, code: error instanceof Error && 'digest' in error ? 'unavailable' : 'not_sent' }
      }
      if (answer?.ok === false && answer.code === 'not_sent' && (await options.keepUnsent?.(data))) {
        await draft.forget()
        answer = { ok: false, code: 'kept' }
      } else if (answer?.ok) {
        await draft.forget()
        if (options.resetOnDone) formRef.current?.reset()
        setCommandId(newId())
        options.onDone?.(answer.data)
      } else await draft.keep()
      startTransition(() => show(answer))
    })
  }

  const read = () => new FormData(formRef.current ?? undefined, lastSubmitter.current)

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (pending) return
    const { nativeEvent } = event
    lastSubmitter.current = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null
    const data = read()
    const fields = issuesOf(schema, data)
    if (Object.keys(fields).length === 0) return send(data)
    void draft.keep()
    show({ ok: false, code: 'invalid', fields })
  }

  /** Looks again while a wrong answer is being put right: an error may go or change, none appears. */
  const onInput = () => {
    draft.typed()
    if (Object.keys(errors).length === 0) return
    const now = issuesOf(schema, read())
    setErrors(Object.fromEntries(Object.keys(errors).flatMap((path) => (now[path] ? [[path, now[path]]] : []))))
  }

  return {
    id,
    formRef,
    commandId,
    formAction,
    onSubmit,
    onInput,
    values,
    errors,
    attempt,
    draft,
    outcome: sent ?? served,
    pending: pending || servedPending,
    /** Sends what was sent last once more, with the same `commandId`. */
    retry: () => send(read()),
    /** Loads the record as it is now; what was typed stays, since it lives in the form. */
    reload: () =>
      startTransition(() => {
        router.refresh()
        setSent({ ok: false, code: 'reloaded' })
      }),
  }
}

export type ActionFormState = Omit<ReturnType<typeof useActionForm>, 'outcome'> & { outcome: Outcome }
