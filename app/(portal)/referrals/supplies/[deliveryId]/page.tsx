import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { CaseHeader } from '@/components/case/case-header'
import { CaseSteps } from '@/components/case/case-steps'
import { Timeline } from '@/components/case/timeline'
import { Bdi } from '@/components/ui/bdi'
import { DetailsList } from '@/components/ui/details-list'
import { LinkButton } from '@/components/ui/link-button'
import { Section } from '@/components/ui/section'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { inLocale } from '@/lib/i18n/in-locale'
import { isolated } from '@/lib/i18n/isolated'
import { type SupplyStatus, supplyMachine } from '@/lib/referrals/supplies/machine'
import { canEdit } from '@/lib/referrals/supplies/policy'
import { toneOf } from '@/lib/referrals/supplies/tones'
import { formRooms } from '../form-rooms'
import { ItemsTable } from './items-table'
import { NextCard } from './next-card'
import { read } from './read'

type Props = { params: Promise<{ deliveryId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ t }, { deliveryId }] = await Promise.all([getI18n(), params])
  const { page } = await read(deliveryId)
  return { title: page ? page.head.reference : t('common.states.notFoundTitle') }
}

/** A delivery: where it stands, what is next and who does it, what is in it, and what happened. */
export default async function DeliveryPage({ params }: Props) {
  const [{ t, locale, format }, { deliveryId }] = await Promise.all([getI18n(), params])
  const { actor, page } = await read(deliveryId)
  if (!page) notFound()
  const { head, delivery, items, events } = page
  const label = (status: string) => {
    const known = supplyMachine.states.find((state) => state === status)
    return known ? t(`supplies.status.${known}`) : status
  }
  const isApproved = !['planned', 'cancelled'].includes(head.status)
  const facts = [
    { term: t('supplies.facts.plannedBy'), value: <Bdi>{head.planned_by ?? '–'}</Bdi> },
    { term: t('supplies.facts.approvedBy'), value: head.approved_by && <Bdi>{head.approved_by}</Bdi> },
    {
      term: t('supplies.facts.dispatched'),
      value: head.dispatched_at && format.dateTime(new Date(head.dispatched_at)),
    },
    { term: t('supplies.facts.carrier'), value: head.carrier && <Bdi>{head.carrier}</Bdi> },
    { term: t('supplies.facts.received'), value: head.received_on && format.date(head.received_on) },
    { term: t('supplies.facts.receivedBy'), value: head.received_by && <Bdi>{head.received_by}</Bdi> },
    { term: t('supplies.facts.receiptRemark'), value: head.receipt_remark && <Bdi>{head.receipt_remark}</Bdi> },
    { term: t('supplies.facts.remark'), value: head.remark && <Bdi>{head.remark}</Bdi> },
  ]
  const sentence = (from: SupplyStatus | null, to: SupplyStatus) => (from === to ? 'changed' : to)
  return (
    <ClientMessages locale={locale} rooms={[...formRooms, 'supplies.next']}>
      <CaseHeader
        reference={head.reference}
        title={inLocale(locale, { en: head.facility_en, ar: head.facility_ar })}
        status={{ label: label(head.status), tone: toneOf[head.status] }}
        back={{ href: '/referrals/supplies', label: t('supplies.title') }}
        facts={[
          { term: t('supplies.facts.place'), value: inLocale(locale, { en: head.place_en, ar: head.place_ar }) },
          { term: t('supplies.facts.team'), value: inLocale(locale, { en: head.team_en, ar: head.team_ar }) },
          { term: t('supplies.facts.plannedOn'), value: format.shortDate(head.planned_on) },
        ]}
        action={
          <>
            {canEdit(actor, delivery) === true && (
              <LinkButton href={`/referrals/supplies/${head.id}/edit`} variant="secondary">
                {t('supplies.edit')}
              </LinkButton>
            )}
            {isApproved && (
              <LinkButton href={`/referrals/supplies/${head.id}/dispatch-note.pdf`} variant="secondary">
                {t('supplies.paper.title')}
              </LinkButton>
            )}
          </>
        }
      />
      <CaseSteps
        steps={supplyMachine.steps}
        status={head.status}
        events={events.map((event) => ({ to: event.to_status }))}
        label={label}
        tone={toneOf[head.status]}
      />
      <NextCard actor={actor} page={page} />
      <div className="space-y-6">
        <Section title={t('supplies.items')}>
          <ItemsTable items={items} />
        </Section>
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <Section title={t('supplies.facts.title')}>
            <DetailsList items={facts.filter((fact) => fact.value)} />
          </Section>
          <Section title={t('cases.timeline.title')}>
            <Timeline
              label={t('cases.timeline.title')}
              entries={events.map((event) => ({
                id: event.id,
                at: new Date(event.at).toISOString(),
                when: format.dateTime(new Date(event.at)),
                sentence: t(`supplies.timeline.${sentence(event.from_status, event.to_status)}`, {
                  actor: isolated(event.actor ?? '–'),
                }),
                ...(event.data.why && { detail: event.data.why }),
              }))}
            />
          </Section>
        </div>
      </div>
    </ClientMessages>
  )
}
