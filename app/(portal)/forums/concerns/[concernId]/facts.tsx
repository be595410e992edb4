import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { Bdi, Code } from '@/components/ui/bdi'
import { DetailsList } from '@/components/ui/details-list'
import { Section } from '@/components/ui/section'
import type { ConcernPage } from '@/lib/forums/concerns/queries'
import { inLocale } from '@/lib/i18n/in-locale'

const linkTo = (id: string, reference: string | null) => (
  <Link key={id} href={`/forums/concerns/${id}`} prefetch={false} className="me-3 text-action underline">
    <Code>{reference}</Code>
  </Link>
)

/** What was said, what came of it, and where it belongs. */
export async function ConcernFacts({ page }: { page: ConcernPage }) {
  const { t, locale, format } = await getI18n()
  const { concern, facts, duplicates } = page
  const rows = [
    { term: t('concerns.page.category'), value: t(`concerns.category.${concern.category}`) },
    { term: t('concerns.page.severity'), value: t(`concerns.severity.${concern.severity}`) },
    { term: t('concerns.page.source'), value: t(`concerns.source.${concern.source}`) },
    { term: t('concerns.page.raisedOn'), value: format.date(concern.raisedOn) },
    ...(concern.sessionId && facts.session_on
      ? [
          {
            term: t('concerns.page.session'),
            value: (
              <Link
                href={`/forums/${concern.forumId}/sessions/${concern.sessionId}`}
                prefetch={false}
                className="text-action underline"
              >
                {format.date(facts.session_on)}
              </Link>
            ),
          },
        ]
      : []),
    ...(facts.verified_on ? [{ term: t('concerns.page.verified'), value: format.date(facts.verified_on) }] : []),
    ...(facts.reopened_count > 0
      ? [{ term: t('concerns.page.reopened'), value: t('concerns.page.times', { count: facts.reopened_count }) }]
      : []),
    // An original that was restricted since does not exist for this reader.
    ...(concern.duplicateOf && facts.original_reference
      ? [{ term: t('concerns.page.original'), value: linkTo(concern.duplicateOf, facts.original_reference) }]
      : []),
    ...(duplicates.length > 0
      ? [{ term: t('concerns.page.duplicates'), value: duplicates.map((other) => linkTo(other.id, other.reference)) }]
      : []),
    ...(concern.referredTo ? [{ term: t('concerns.page.referredTo'), value: <Bdi>{concern.referredTo}</Bdi> }] : []),
  ]
  return (
    <Section title={t('concerns.page.about')}>
      {facts.body && (
        <p dir="auto" className="mb-4 rounded-md bg-sunken px-3 py-2 whitespace-pre-line">
          {facts.body}
        </p>
      )}
      <DetailsList
        items={[
          {
            term: t('concerns.page.forum'),
            value: (
              <Link href={`/forums/${concern.forumId}`} prefetch={false} className="text-action underline">
                <Bdi>{inLocale(locale, { en: facts.forum_en, ar: facts.forum_ar })}</Bdi>
              </Link>
            ),
          },
          ...rows,
        ]}
      />
      {facts.result && (
        <div className="mt-4">
          <h3 className="font-semibold">{t('concerns.page.result')}</h3>
          <p dir="auto" className="mt-1 whitespace-pre-line">
            {facts.result}
          </p>
        </div>
      )}
    </Section>
  )
}
