'use client'

import { ChoiceRow } from '@/components/form/choice-row'
import { toneSurface } from '@/components/ui/tone'
import { useTranslations } from '@/lib/i18n/client'
import { inLocale } from '@/lib/i18n/in-locale'
import type { Locale } from '@/lib/i18n/locales'
import type { MatchCard } from '@/lib/people/identity-check'

type Props = { cards: readonly MatchCard[]; locale: Locale }

/** People of the register who look like the one being registered, and the sentence without which it does not go on. */
export function MatchCards({ cards, locale }: Props) {
  const t = useTranslations()
  const handles = cards.map((card) => card.handle).join(',')
  return (
    <div className="space-y-4">
      <p>{t('people.check.intro')}</p>
      <ul className="grid gap-3 sm:grid-cols-2">
        {cards.map((card) => (
          <MatchCardItem key={card.handle} card={card} locale={locale} />
        ))}
      </ul>
      {/* Another set of people needs another answer: the box starts anew with each. */}
      <ChoiceRow
        key={handles}
        type="checkbox"
        name="someoneElse"
        value={handles}
        label={<span className="font-semibold">{t('people.check.confirm')}</span>}
        hint={t('people.check.confirmHint')}
      />
    </div>
  )
}

function MatchCardItem({ card, locale }: { card: MatchCard; locale: Locale }) {
  const t = useTranslations()
  const born = { year: String(card.birthYear) }
  return (
    <li className="flex flex-col gap-1 rounded-md border border-line bg-surface p-4">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <bdi className="text-lg font-semibold">{card.name}</bdi>
        <span className={`rounded-full px-2.5 py-0.5 text-sm ${toneSurface[card.isStrong ? 'danger' : 'warning']}`}>
          {t(card.isStrong ? 'people.check.strong' : 'people.check.weak')}
        </span>
      </div>
      <p className="text-ink-soft">
        {[
          t.dynamic(`people.sex.${card.sex}`),
          t(card.isAbout ? 'people.check.bornAbout' : 'people.check.born', born),
          inLocale(locale, card.subDistrict),
        ].join(' · ')}
      </p>
      {card.holder && <p className="text-ink-soft">{t('people.check.holder', { name: card.holder })}</p>}
      <ul className="my-1 list-disc ps-5 text-sm">
        {card.reasons.map((reason) => (
          <li key={reason}>{t.dynamic(reason)}</li>
        ))}
      </ul>
      <p className="mt-auto text-sm">
        {card.personId ? (
          <a href={`/people/${card.personId}`} target="_blank" rel="noreferrer" className="text-action underline">
            {t('people.check.open')}
          </a>
        ) : (
          <span className="text-ink-soft">{t('people.check.elsewhere')}</span>
        )}
      </p>
    </li>
  )
}
