import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { Badge } from '@/components/ui/badge'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { requireActor } from '@/lib/auth/session'
import { getGrantCommittee } from '@/lib/grants/committee/item-query'
import { mayRecord } from '@/lib/grants/committee/policy'
import { mostPoints } from '@/lib/grants/committee/score'
import { mayOn } from '@/lib/grants/policy'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { isId } from '@/lib/ids'
import { chooseLine, forwardFromWaitingList } from '../../committee/actions'
import { LineField } from '../../committee/line-field'
import { outcomeTone, pointsOf } from '../../committee/tones'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('committee.grant.title') }
}

const beforePromise = ['waitlisted', 'pending_approval_1', 'pending_approval_2']

export default async function GrantCommitteePage({ params }: { params: Promise<{ grantId: string }> }) {
  const actor = await requireActor()
  const [{ t, locale, format }, { grantId }] = await Promise.all([getI18n(), params])
  const found = isId(grantId) ? await getGrantCommittee(actor, grantId) : null
  if (!found) notFound()
  const { grant, items, isMovedUp, lines } = found
  const hidden = { caseId: grant.id, version: grant.version }
  const lineId = items[0]?.lineId ?? null
  return (
    <ClientMessages
      locale={locale}
      rooms={['committee.refused', 'committee.errors', 'grants.refused', 'cases.refused']}
    >
      <PageHeader title={t('committee.grant.title')} back={{ href: `/grants/${grant.id}`, label: grant.reference }} />
      <div className="max-w-2xl space-y-6">
        {items.length === 0 && (
          <EmptyState icon="users" title={t('committee.grant.none')}>
            {t('committee.grant.noneText')}
          </EmptyState>
        )}
        {isMovedUp && <Notice title={t('committee.grant.movedUp')}>{t('committee.grant.movedUpText')}</Notice>}
        {isMovedUp && mayRecord(actor, grant) && (
          <PlainForm action={forwardFromWaitingList} hidden={hidden} submit={t('committee.grant.forward')}>
            <LineField lines={lines} currency={grant.currency} value={lineId} />
          </PlainForm>
        )}
        {items.map((item) => (
          <Section
            key={item.id}
            title={t('committee.grant.round', { round: item.round, date: format.shortDate(item.heldOn) })}
            action={
              item.outcome && <Badge tone={outcomeTone[item.outcome]}>{t(`committee.outcome.${item.outcome}`)}</Badge>
            }
          >
            {item.mean !== null && item.spread !== null && (
              <p>
                {t('committee.item.mean')}:{' '}
                {t('committee.item.meanOf', { mean: pointsOf(item.mean), most: mostPoints })} ·{' '}
                {t('committee.item.spread')}: {t('committee.item.spreadOf', { spread: item.spread })}
              </p>
            )}
            {item.reason && (
              <p dir="auto" className="mt-2 whitespace-pre-line">
                {item.reason}
              </p>
            )}
            <p className="mt-3">
              <Link
                href={`/grants/committee/${item.meetingId}/${item.id}`}
                prefetch={false}
                className="touch-target inline-flex items-center text-action underline"
              >
                {t('committee.grant.openItem')}
              </Link>
            </p>
          </Section>
        ))}
        {beforePromise.includes(grant.status) && mayOn(actor, 'budgets.choose', grant) && (
          <Disclosure label={t('committee.grant.chooseLine')}>
            <PlainForm action={chooseLine} hidden={hidden} submit={t('committee.grant.chooseDeed')} variant="secondary">
              <LineField lines={lines} currency={grant.currency} value={lineId} />
            </PlainForm>
          </Disclosure>
        )}
      </div>
    </ClientMessages>
  )
}
