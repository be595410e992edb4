'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from '@/lib/i18n/client'
import { Alert } from './alert'
import { controlId } from './form-context'
import type { ActionFormState } from './use-action-form'

/** Every error of the form in one list, each leading to its field; the page's title says it as well. */
export function ErrorSummary({ form }: { form: ActionFormState }) {
  const t = useTranslations()
  const [labels, setLabels] = useState<Record<string, string>>({})
  const paths = Object.keys(form.errors)
  const attempt = form.attempt

  // The words of the labels stand on the page already; asking each form for them again would be asking for mistakes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: anew for each attempt
  useEffect(() => {
    const found = paths.map((path) => [path, document.getElementById(`${controlId(form.id, path)}-label`)?.textContent])
    setLabels(Object.fromEntries(found))
    const title = document.title
    document.title = t('common.form.problemTitle', { title })
    return () => {
      document.title = title
    }
  }, [attempt])

  if (paths.length === 0) return null
  return (
    <Alert key={attempt} title={t('common.form.problem')}>
      <ul className="space-y-1">
        {paths.map((path) => {
          const words = t.dynamic(form.errors[path] ?? '', undefined, 'errors.invalid')
          return (
            <li key={path}>
              {path === '' ? (
                words
              ) : (
                <a
                  href={`#${controlId(form.id, path)}`}
                  onClick={(event) => {
                    const control = document.getElementById(controlId(form.id, path))
                    if (!control) return
                    event.preventDefault()
                    control.focus()
                    control.scrollIntoView({ block: 'center' })
                  }}
                  className="font-medium text-danger underline"
                >
                  {labels[path] ? `${labels[path]}: ${words}` : words}
                </a>
              )}
            </li>
          )
        })}
      </ul>
    </Alert>
  )
}
