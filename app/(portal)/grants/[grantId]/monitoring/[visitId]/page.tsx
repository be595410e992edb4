import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { Bdi } from '@/components/ui/bdi'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth/session'
import { baghdadDay } from '@/lib/format'
import { getVisit } from '@/lib/grants/monitoring/queries'
import { mayOn } from '@/lib/grants/policy'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { inLocale } from '@/lib/i18n/in-locale'
import { isId } from '@/lib/ids'
import { WaitingVisits } from '../../../visits/waiting-visits'
import { VisitForm } from './visit-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('monitoring.record') }
}

/** The form of one visit, to be filled where there may be no line. */
export default async function VisitPage({ params }: { params: Promise<{ grantId: string; visitId: string }> }) {
  const actor = await requireActor()
  const [{ t, locale }, { grantId, visitId }] = await Promise.all([getI18n(), params])
  const found = isId(grantId) && isId(visitId) ? await getVisit(actor, grantId, visitId) : null
  if (!found || !mayOn(actor, 'monitoring.record', found.grant)) notFound()
  const { grant, visit, facts } = found
  if (visit.visitedOn) redirect(`/grants/${grantId}/monitoring`)
  const place = inLocale(locale, { en: facts.placeEn, ar: facts.placeAr })
  return (
    <>
      <PageHeader
        title={t('monitoring.formTitle', { month: visit.month })}
        back={{ href: `/grants/${grantId}/monitoring`, label: grant.reference }}
        lead={
          <>
            <Bdi>{facts.givenName}</Bdi> · <Bdi>{facts.business}</Bdi> · {place}
          </>
        }
      />
      <ClientMessages
        locale={locale}
        rooms={[
          'monitoring.form',
          'monitoring.refused',
          'monitoring.waiting',
          'monitoring.errors',
          'monitoring.receivedAnswer',
          'monitoring.businessState',
          'grants.form.cancel',
        ]}
      >
        <WaitingVisits
          secret={actor.draftKey}
          only={{ key: `visit-${visitId}`, done: `/grants/${grantId}/monitoring?done=1` }}
        />
        <VisitForm
          caseId={grantId}
          visitId={visitId}
          label={`${grant.reference} · ${facts.givenName} · ${place}`}
          currency={grant.currency}
          today={baghdadDay(new Date())}
          draft={{ key: `visit-${visitId}`, secret: actor.draftKey }}
        />
      </ClientMessages>
    </>
  )
}
