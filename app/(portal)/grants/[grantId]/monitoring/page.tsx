import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { CaseDocuments } from '@/components/case/case-documents'
import { PlainForm } from '@/components/form/plain-form'
import { Badge } from '@/components/ui/badge'
import { Bdi, Code } from '@/components/ui/bdi'
import { DetailsList } from '@/components/ui/details-list'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { requireActor } from '@/lib/auth/session'
import { baghdadDay } from '@/lib/format'
import { businessStates, isTimeFor, receivedAnswers } from '@/lib/grants/monitoring/domain'
import { getVisits, type VisitRow } from '@/lib/grants/monitoring/queries'
import { mayOn } from '@/lib/grants/policy'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { isId } from '@/lib/ids'
import { completeGrant } from '../../visits/actions'
import { LetGo } from './let-go'

type Props = {
  params: Promise<{ grantId: string }>
  searchParams: Promise<{ done?: string; document?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('monitoring.title') }
}

/** The four visits of a grant: what each found, and when the next is due. */
export default async function MonitoringPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const [{ t, locale }, { grantId }, { done, document }] = await Promise.all([getI18n(), params, searchParams])
  const found = isId(grantId) ? await getVisits(actor, grantId) : null
  if (!found) notFound()
  const { grant, visits } = found
  const mayRecord = mayOn(actor, 'monitoring.record', grant)
  return (
    <>
      <PageHeader title={t('monitoring.title')} back={{ href: `/grants/${grantId}`, label: grant.reference }} />
      <ClientMessages locale={locale} rooms={['monitoring.refused', 'cases.refused']}>
        <div className="max-w-3xl space-y-6">
          {done === '1' && (
            <Notice tone="good" live>
              <LetGo address={`/grants/${grantId}/monitoring/`} />
              {t('monitoring.recorded')}
            </Notice>
          )}
          {visits.length === 0 && <Notice tone="info">{t('monitoring.notYet')}</Notice>}
          {visits.map((visit) => (
            <Visit
              key={visit.id}
              visit={visit}
              currency={grant.currency}
              href={mayRecord && !visit.visitedOn ? `/grants/${grantId}/monitoring/${visit.id}` : null}
            />
          ))}
          {mayRecord && visits.length > 0 && (
            <CaseDocuments
              home={{ caseId: grantId }}
              path={`/grants/${grantId}/monitoring`}
              documents={[]}
              canAdd
              removal="none"
              actorId={actor.userId}
              outcome={document}
            />
          )}
          {mayRecord && grant.status === 'monitoring' && (
            <Section title={t('monitoring.complete')}>
              <p className="mb-4 text-ink-soft">{t('monitoring.completeText')}</p>
              <PlainForm
                action={completeGrant}
                hidden={{ caseId: grantId, version: grant.version }}
                submit={t('monitoring.completeDeed')}
                variant="secondary"
              />
            </Section>
          )}
        </div>
      </ClientMessages>
    </>
  )
}

async function Visit({ visit, currency, href }: { visit: VisitRow; currency: 'IQD' | 'USD'; href: string | null }) {
  const { t, format } = await getI18n()
  const received = receivedAnswers.find((one) => one === visit.received)
  const business = businessStates.find((one) => one === visit.business)
  const today = baghdadDay(new Date())
  const isOverdue = !visit.visitedOn && visit.isInSample && visit.dueOn < today
  return (
    <Section
      title={t('monitoring.monthOf', { month: visit.month })}
      action={
        <>
          {isOverdue && <Badge tone="warning">{t('monitoring.due.overdue')}</Badge>}
          {!visit.isInSample && !visit.visitedOn && <Badge tone="neutral">{t('monitoring.notInSample')}</Badge>}
        </>
      }
    >
      {!visit.visitedOn && (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="text-ink-soft">{t('monitoring.dueOn', { day: format.date(visit.dueOn) })}</p>
          {href && isTimeFor(visit.dueOn, today) && <LinkButton href={href}>{t('monitoring.record')}</LinkButton>}
        </div>
      )}
      {visit.visitedOn && (
        <>
          <DetailsList
            columns={2}
            items={[
              { term: t('monitoring.visitedOn'), value: format.date(visit.visitedOn) },
              { term: t('monitoring.visitedBy'), value: <Bdi>{visit.visitedBy}</Bdi> },
              { term: t('monitoring.received'), value: received && t(`monitoring.receivedAnswer.${received}`) },
              { term: t('monitoring.business'), value: business && t(`monitoring.businessState.${business}`) },
              {
                term: t('monitoring.profit'),
                value: <Code>{format.money(visit.monthlyProfitMinor ?? 0, currency)}</Code>,
              },
              {
                term: t('monitoring.jobs'),
                value: t('monitoring.jobsLine', {
                  women: (visit.jobsWomenFull ?? 0) + (visit.jobsWomenPart ?? 0),
                  men: (visit.jobsMenFull ?? 0) + (visit.jobsMenPart ?? 0),
                }),
              },
              {
                term: t('monitoring.satisfaction'),
                value: t('monitoring.ofFive', { points: visit.satisfaction ?? 0 }),
              },
            ]}
          />
          {visit.remark && (
            <p dir="auto" className="mt-4 rounded-md bg-sunken px-3 py-2 whitespace-pre-line">
              {visit.remark}
            </p>
          )}
        </>
      )}
    </Section>
  )
}
