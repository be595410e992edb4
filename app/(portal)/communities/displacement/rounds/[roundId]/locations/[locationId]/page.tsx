import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { getI18n } from '@/app/i18n'
import { Bdi } from '@/components/ui/bdi'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth/session'
import { getCounts } from '@/lib/communities/displacement/count-queries'
import { canEnter } from '@/lib/communities/displacement/policy'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { inLocale } from '@/lib/i18n/in-locale'
import { isId } from '@/lib/ids'
import { base, hrefOf, type Query, readPopulation } from '../../../../filters'
import { PopulationLinks } from '../../../../population-links'
import { roundName } from '../../../../round-words'
import { CountForm } from './count-form'

type Props = { params: Promise<{ roundId: string; locationId: string }>; searchParams: Promise<Query> }

const read = cache(async (roundId: string, locationId: string) => {
  const actor = await requireActor()
  const found = isId(roundId) && isId(locationId) ? await getCounts(actor, roundId, locationId) : null
  // Figures are entered into rounds that are open; others are looked at on their own pages.
  return found && canEnter(actor, found.round) === true ? found : null
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ t, locale }, found] = await Promise.all([
    getI18n(),
    params.then(({ roundId, locationId }) => read(roundId, locationId)),
  ])
  return { title: found ? inLocale(locale, found.place.name) : t('common.states.notFoundTitle') }
}

/** The figures of one location in an open round. */
export default async function CountPage({ params, searchParams }: Props) {
  const [{ t, locale }, { roundId, locationId }, population] = await Promise.all([
    getI18n(),
    params,
    searchParams.then(readPopulation),
  ])
  const found = await read(roundId, locationId)
  if (!found) notFound()
  const { round, place } = found
  const list = `${base}/rounds/${round.id}/locations`
  return (
    <ClientMessages locale={locale} rooms={['displacement.errors', 'displacement.refused']}>
      <PageHeader
        title={<Bdi>{inLocale(locale, place.name)}</Bdi>}
        lead={`${inLocale(locale, place.district)} · ${t('displacement.counts.enterLead', { number: String(round.number) })}`}
        back={{ href: list, label: t('displacement.counts.back') }}
      />
      <p className="sr-only">{roundName(t, round)}</p>
      <PopulationLinks chosen={population} hrefOf={(value) => hrefOf(`${list}/${place.id}`, { population: value })} />
      <CountForm found={found} population={population} key={population} />
    </ClientMessages>
  )
}
