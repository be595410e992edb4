import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { getI18n } from '@/app/i18n'
import { one } from '@/app/query'
import { PlainForm } from '@/components/form/plain-form'
import { Bdi, Code } from '@/components/ui/bdi'
import { DetailsList } from '@/components/ui/details-list'
import { Disclosure } from '@/components/ui/disclosure'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { requireActor } from '@/lib/auth/session'
import { getQueueRow, type QueuePage } from '@/lib/communities/displacement/files/queue-queries'
import { mayKeepPlaces, seesUnderWay } from '@/lib/communities/displacement/policy'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { dismissRow } from '../../actions'
import { base, hrefOf, type Query } from '../../filters'
import { numberOr } from '../../round-words'
import { nameInList, rowAddress } from '../row-words'
import { Candidates } from './candidates'

type Props = { params: Promise<{ rowId: string }>; searchParams: Promise<Query> }

const read = cache(async (rowId: string, search: string) => {
  const actor = await requireActor()
  const address = rowAddress(rowId)
  const isAllowed = address && seesUnderWay(actor)
  return { actor, found: isAllowed ? await getQueueRow(actor, address.importId, address.position, search) : null }
})

const searchOf = (query: Query) => (one(query.search) ?? '').trim().slice(0, 100)

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ t }, { rowId }, query] = await Promise.all([getI18n(), params, searchParams])
  const { found } = await read(rowId, searchOf(query))
  return { title: found ? nameInList(found.row.reading) : t('common.states.notFoundTitle') }
}

/** One unknown place: what the list says, which locations it may be, and the other ways to settle it. */
export default async function QueueRowPage({ params, searchParams }: Props) {
  const [{ t, locale }, { rowId }, query] = await Promise.all([getI18n(), params, searchParams])
  const search = searchOf(query)
  const { actor, found } = await read(rowId, search)
  if (!found) notFound()
  const { row } = found
  const hidden = { importId: row.importId, position: row.position }
  return (
    <ClientMessages locale={locale} rooms={['displacement.refused', 'displacement.errors']}>
      <PageHeader
        title={<Bdi>{nameInList(row.reading)}</Bdi>}
        lead={t('displacement.queue.rowTitle')}
        back={{ href: `${base}/queue`, label: t('displacement.queue.title') }}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[2fr_3fr]">
        <Facts page={found} />
        <div className="space-y-6">
          <Candidates page={found} search={search} />
          {mayKeepPlaces(actor) ? (
            <Section title={t('displacement.queue.add')}>
              <p className="mb-4 text-ink-soft">{t('displacement.queue.addText')}</p>
              <LinkButton href={hrefOf(`${base}/locations/new`, { row: row.id })} variant="secondary">
                {t('displacement.queue.add')}
              </LinkButton>
            </Section>
          ) : (
            <p className="text-ink-soft">{t('displacement.queue.addOnly')}</p>
          )}
          <Disclosure label={t('displacement.queue.dismiss')}>
            <PlainForm action={dismissRow} hidden={hidden} submit={t('displacement.queue.dismiss')} variant="danger">
              <p className="text-ink-soft">{t('displacement.queue.dismissText')}</p>
            </PlainForm>
          </Disclosure>
        </div>
      </div>
    </ClientMessages>
  )
}

async function Facts({ page }: { page: QueuePage }) {
  const { t, format } = await getI18n()
  const { reading, population, fileName, line, roundNumber } = page.row
  const { latitude, longitude } = reading
  return (
    <Section title={t('displacement.queue.facts')}>
      <DetailsList
        items={[
          { term: t('displacement.mapping.as.name_ar'), value: reading.nameAr && <Bdi>{reading.nameAr}</Bdi> },
          { term: t('displacement.mapping.as.name_en'), value: reading.nameEn && <Bdi>{reading.nameEn}</Bdi> },
          { term: t('displacement.queue.placeId'), value: reading.placeId && <Code>{reading.placeId}</Code> },
          { term: t('displacement.queue.district'), value: reading.district && <Bdi>{reading.district}</Bdi> },
          {
            term: t('displacement.queue.position'),
            value: latitude !== null && longitude !== null && <Code>{`${latitude}, ${longitude}`}</Code>,
          },
          {
            term: `${t(`displacement.population.${population}`)} · ${t('displacement.figure.families')}`,
            value: numberOr(format, reading.families),
          },
          {
            term: t('displacement.queue.list'),
            value: (
              <>
                <Bdi>{fileName}</Bdi> · {t('displacement.rounds.number', { number: String(roundNumber) })}
              </>
            ),
          },
          { term: t('displacement.queue.line'), value: format.number(line) },
        ]}
      />
    </Section>
  )
}
