import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { Code } from '@/components/ui/bdi'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { requireActor } from '@/lib/auth/session'
import { approvalRules } from '@/lib/grants/decision-card'
import { pendingStage, whyCannotDecide } from '@/lib/grants/policy'
import { getDecision } from '@/lib/grants/queries'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { translateRefusal } from '@/lib/i18n/translator'
import { isId } from '@/lib/ids'
import { GrantFacts } from '../facts'
import { PlanSection } from '../plan-section'
import { RuleList, ScreeningSection, VerificationSection } from '../review-sections'
import { ChooseLine } from './choose-line'
import { BudgetSection, CommitteeSection, FairnessSection, Photos } from './committee-sections'
import { DecisionForm } from './decision-form'
import { Changes, DocumentList, Duplicates, EarlierDecisions, PastHelp } from './decision-sections'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('grants.decision.title') }
}

export default async function DecisionPage({ params }: { params: Promise<{ grantId: string }> }) {
  const actor = await requireActor()
  const [{ t, locale, format }, { grantId }] = await Promise.all([getI18n(), params])
  const found = isId(grantId) ? await getDecision(actor, grantId) : null
  if (!found) notFound()
  const { grant, card, live, hash, before, lines } = found
  const { request, secondStageFromMinor } = card
  const stage = pendingStage(grant.status)
  const reasons = stage ? whyCannotDecide(actor, grant) : []
  const mayDecide = stage !== null && reasons.length === 0
  const name = [request.givenName, request.fatherName, request.grandfatherName, request.familyName]
    .filter(Boolean)
    .join(' ')
  const title = stage
    ? t(stage === 1 ? 'grants.decision.stage1' : 'grants.decision.stage2')
    : t('grants.decision.title')
  return (
    <>
      <PageHeader
        title={title}
        back={{ href: `/grants/${grant.id}`, label: grant.reference }}
        action={
          // On a phone the form is a long way down.
          mayDecide && (
            <span className="lg:hidden">
              <LinkButton href="#decide" variant="secondary">
                {t('grants.next.decide')}
              </LinkButton>
            </span>
          )
        }
        lead={
          <>
            <bdi>{name}</bdi> · <Code>{format.money(request.amountMinor, request.currency)}</Code>
          </>
        }
      />
      {reasons.length > 0 && (
        <div className="mb-6">
          <Notice tone="warning" title={t('grants.decision.why')}>
            <ul className="list-disc ps-5">
              {reasons.map((reason) => (
                <li key={reason.key}>{translateRefusal(t, reason)}</li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <div className="min-w-0 space-y-6">
          <GrantFacts card={card} />
          {before && <Changes before={before} now={card} />}
          <ScreeningSection card={card} />
          <VerificationSection card={card} />
          <PlanSection card={card} />
        </div>
        <div className="min-w-0 space-y-6">
          <Section title={t('grants.decision.conditions')}>
            <RuleList rules={approvalRules(card, live)} />
            <p className="mt-3 text-sm text-ink-soft">
              {secondStageFromMinor === null
                ? t('grants.decision.noLimit')
                : `${t('grants.decision.threshold', { amount: format.money(secondStageFromMinor, request.currency) })}. ${t(
                    request.amountMinor >= secondStageFromMinor
                      ? 'grants.decision.secondNeeded'
                      : 'grants.decision.oneNeeded',
                  )}`}
            </p>
          </Section>
          <BudgetSection card={card} live={live}>
            {lines.length > 0 && <ChooseLine grant={grant} lines={lines} current={card.line?.id ?? null} />}
          </BudgetSection>
          <CommitteeSection card={card} />
          <FairnessSection card={card} fairness={live.fairness} />
          <PastHelp card={card} />
          <Duplicates card={card} />
          <Photos card={card} />
          <DocumentList card={card} />
          <EarlierDecisions card={card} />
          {mayDecide && (
            <Section id="decide" title={t('grants.decision.title')}>
              <ClientMessages
                locale={locale}
                rooms={['grants.decision', 'grants.refused', 'grants.unmet', 'cases.refused']}
              >
                <DecisionForm
                  caseId={grant.id}
                  version={grant.version}
                  shownHash={hash}
                  draft={{ key: `grant-decision-${grant.id}`, secret: actor.draftKey }}
                />
              </ClientMessages>
            </Section>
          )}
        </div>
      </div>
    </>
  )
}
