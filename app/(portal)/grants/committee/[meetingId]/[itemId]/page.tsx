import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { GrantFacts } from '@/app/(portal)/grants/[grantId]/facts'
import { PlanSection } from '@/app/(portal)/grants/[grantId]/plan-section'
import { ScreeningSection, VerificationSection } from '@/app/(portal)/grants/[grantId]/review-sections'
import { getI18n } from '@/app/i18n'
import { Code } from '@/components/ui/bdi'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth/session'
import { getItem } from '@/lib/grants/committee/item-query'
import { mayRecord } from '@/lib/grants/committee/policy'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { isId } from '@/lib/ids'
import { MemberSection } from './member-section'
import { OutcomeSection } from './outcome-section'
import { ResultsSection } from './results-section'

type Props = { params: Promise<{ meetingId: string; itemId: string }> }

const read = cache(async (meetingId: string, itemId: string) => {
  const actor = await requireActor()
  return { actor, page: isId(meetingId) && isId(itemId) ? await getItem(actor, meetingId, itemId) : null }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ t }, { page }] = await Promise.all([
    getI18n(),
    params.then(({ meetingId, itemId }) => read(meetingId, itemId)),
  ])
  return { title: page?.grant.reference ?? t('common.states.notFoundTitle') }
}

export default async function ItemPage({ params }: Props) {
  const { meetingId, itemId } = await params
  const [{ t, locale, format }, { actor, page }] = await Promise.all([getI18n(), read(meetingId, itemId)])
  if (!page) notFound()
  const { card, grant, item } = page
  const { request } = card
  const name = [request.givenName, request.fatherName, request.grandfatherName, request.familyName]
    .filter(Boolean)
    .join(' ')
  const mayDo = mayRecord(actor, grant) && item.outcome === null && grant.status === 'committee_review'
  return (
    <ClientMessages
      locale={locale}
      rooms={['committee.errors', 'committee.refused', 'grants.refused', 'cases.refused']}
    >
      <PageHeader
        title={name}
        lead={
          <>
            <Code>{grant.reference}</Code> · <Code>{format.money(request.amountMinor, request.currency)}</Code>
          </>
        }
        back={{
          href: `/grants/committee/${meetingId}`,
          label: t('committee.meeting.title', { date: format.shortDate(item.heldOn) }),
        }}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <div className="min-w-0 space-y-6 max-lg:order-2">
          <GrantFacts card={card} />
          <ScreeningSection card={card} />
          <VerificationSection card={card} />
          <PlanSection card={card} />
        </div>
        <div className="min-w-0 space-y-6">
          <MemberSection actor={actor} page={page} />
          <ResultsSection page={page} />
          {mayDo && <OutcomeSection page={page} />}
        </div>
      </div>
    </ClientMessages>
  )
}
