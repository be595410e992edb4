import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { Bdi } from '@/components/ui/bdi'
import { buttonClass } from '@/components/ui/button-class'
import { inputClass } from '@/components/ui/input-class'
import { Section } from '@/components/ui/section'
import type { Candidate, QueuePage } from '@/lib/communities/displacement/files/queue-queries'
import { inLocale } from '@/lib/i18n/in-locale'
import { matchPlace } from '../../actions'
import { base } from '../../filters'

/** The locations that the row may mean, each with its button, and a search for another. */
export async function Candidates({ page, search }: { page: QueuePage; search: string }) {
  const { t } = await getI18n()
  const { row, candidates } = page
  const none = search ? t('displacement.queue.noResult') : t('displacement.queue.noSuggestion')
  return (
    <Section title={search ? t('displacement.queue.results') : t('displacement.queue.suggestions')}>
      <p className="text-ink-soft">{candidates.length > 0 ? t('displacement.queue.matchText') : none}</p>
      <ul className="mt-3 divide-y divide-line">
        {candidates.map((candidate) => (
          <li key={candidate.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
            <Described candidate={candidate} />
            <PlainForm
              action={matchPlace}
              hidden={{ importId: row.importId, position: row.position, locationId: candidate.id }}
              submit={t('displacement.queue.match')}
              variant="secondary"
              className=""
            />
          </li>
        ))}
      </ul>
      <form action={`${base}/queue/${row.id}`} method="get" className="mt-4 flex flex-wrap items-end gap-3">
        <label className="min-w-48 flex-1">
          <span className="mb-1 block text-sm font-medium">{t('displacement.queue.search')}</span>
          <input
            type="search"
            name="search"
            defaultValue={search}
            dir="auto"
            autoComplete="off"
            maxLength={100}
            className={inputClass}
          />
        </label>
        <button type="submit" className={buttonClass('secondary')}>
          {t('displacement.queue.searchSubmit')}
        </button>
      </form>
    </Section>
  )
}

async function Described({ candidate }: { candidate: Candidate }) {
  const { t, locale, format } = await getI18n()
  const { likeness, kilometres } = candidate
  const about = [
    inLocale(locale, candidate.district),
    likeness !== null && likeness > 0 && t('displacement.queue.likeness', { percent: format.percent(likeness) }),
    kilometres !== null && t('displacement.queue.kilometres', { km: format.number(Math.round(kilometres * 10) / 10) }),
  ].filter(Boolean)
  return (
    <div className="min-w-0">
      <Link
        href={`${base}/locations/${candidate.id}`}
        prefetch={false}
        className="touch-target inline-flex items-center font-semibold text-action hover:underline"
      >
        <Bdi>{inLocale(locale, candidate.name)}</Bdi>
      </Link>
      <p className="text-sm text-ink-soft">{about.join(' · ')}</p>
    </div>
  )
}
