'use client'

import type { ReactNode } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { FormActions } from '@/components/form/form-actions'
import { type Outcome, useActionForm } from '@/components/form/use-action-form'
import { useTranslations } from '@/lib/i18n/client'
import type { Locale } from '@/lib/i18n/locales'
import type { MatchCard } from '@/lib/people/identity-check'
import { registerSchema } from '@/lib/people/schemas'
import { registerPerson } from '../actions'
import { MatchCards } from './match-cards'
import { useIdentityCheck } from './use-identity-check'

type Props = {
  hidden: Record<string, string>
  draft: { key: string; secret: string }
  locale: Locale
  /** The fields by which a person is recognised; the check stands below them. */
  identity: ReactNode
  rest: ReactNode
}

/** The cards that came with a refusal: how the check reaches a browser without scripts. */
function refusedCards(outcome: Outcome): MatchCard[] {
  if (!outcome || outcome.ok || outcome.code !== 'refused') return []
  const cards = outcome.reasons[0]?.params?.matches
  return typeof cards === 'string' ? JSON.parse(cards) : []
}

/** Registration: the register is searched while one types, and once more by the server before anything is written. */
export function RegisterForm({ hidden, draft, locale, identity, rest }: Props) {
  const t = useTranslations()
  const form = useActionForm(registerSchema, registerPerson, { draft })
  const check = useIdentityCheck(form.formRef)
  // The server looked last, and under a lock; what it found counts until something is typed.
  const refused = refusedCards(form.outcome)
  const cards = [...check.cards, ...refused.filter(({ handle }) => !check.cards.some((card) => card.handle === handle))]
  return (
    <ActionForm form={form} hidden={hidden} className="max-w-2xl space-y-8">
      {identity}
      <div role="status">
        {cards.length > 0 ? (
          <section className="rounded-lg border border-warning bg-warning-soft p-4">
            <h2 className="mb-2 text-lg font-semibold">{t('people.check.title')}</h2>
            <MatchCards cards={cards} locale={locale} />
          </section>
        ) : check.state === 'looking' ? (
          <p className="text-ink-soft">{t('people.check.looking')}</p>
        ) : check.state === 'tooMany' ? (
          <p className="text-warning">{t('people.refused.tooManySearches')}</p>
        ) : (
          check.state === 'found' && <p className="font-medium text-good">{t('people.check.clear')}</p>
        )}
      </div>
      {rest}
      <FormActions
        submit={t('people.form.submit')}
        pending={form.pending}
        cancel={{ href: '/people', label: t('people.form.cancel') }}
      />
    </ActionForm>
  )
}
