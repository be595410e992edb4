import { getI18n } from '@/app/i18n'
import { Badge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/link-button'
import { Section } from '@/components/ui/section'
import { inLocale } from '@/lib/i18n/in-locale'
import { displacementStatuses, shelterTypes } from '@/lib/people/domain'
import type { PersonFile } from '@/lib/people/file-queries'

/** Where someone has lived under which status, newest first. */
export async function DisplacementSection({ file, mayEdit }: { file: PersonFile; mayEdit: boolean }) {
  const { t, locale, format } = await getI18n()
  return (
    <Section
      title={t('people.file.displacement')}
      action={
        mayEdit && (
          <LinkButton href={`/people/${file.person.id}/displacement`} variant="secondary" size="sm">
            {t('people.file.displacementChange')}
          </LinkButton>
        )
      }
    >
      {file.moves.length === 0 && <p className="text-ink-soft">{t('people.file.displacementEmpty')}</p>}
      <ol className="divide-y divide-line">
        {file.moves.map((move) => {
          const status = displacementStatuses.find((one) => one === move.status) ?? 'other'
          const shelter = shelterTypes.find((one) => one === move.shelter)
          const from = format.shortDate(move.fromOn)
          const origin =
            move.originEn && move.originAr
              ? inLocale(locale, { en: move.originEn, ar: move.originAr, ckb: move.originCkb })
              : null
          const details = [
            origin && t('people.file.from', { place: origin }),
            shelter && t(`people.shelter.${shelter}`),
          ].filter(Boolean)
          return (
            <li key={move.id} className="py-2.5">
              <p className="flex flex-wrap items-center justify-between gap-2">
                <span className={move.toOn ? '' : 'font-semibold'}>{t(`people.status.${status}`)}</span>
                {!move.toOn && <Badge tone="info">{t('people.file.now')}</Badge>}
              </p>
              <p className="text-sm text-ink-soft">
                {move.toOn
                  ? t('people.file.period', { from, to: format.shortDate(move.toOn) })
                  : t('people.file.since', { from })}
              </p>
              {details.length > 0 && <p className="text-sm text-ink-soft">{details.join(' · ')}</p>}
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
