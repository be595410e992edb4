import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { CaseHeader } from '@/components/case/case-header'
import { CaseSteps } from '@/components/case/case-steps'
import { ChainSection } from '@/components/chain/chain-section'
import { PlainForm } from '@/components/form/plain-form'
import { SelectField } from '@/components/form/select-field'
import { Bdi, Code } from '@/components/ui/bdi'
import { DetailsList } from '@/components/ui/details-list'
import { Disclosure } from '@/components/ui/disclosure'
import { LinkButton } from '@/components/ui/link-button'
import { Section } from '@/components/ui/section'
import { needMachine } from '@/lib/communities/needs/machine'
import { toneOf } from '@/lib/communities/needs/tones'
import { canKeep } from '@/lib/communities/policy'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { inLocale } from '@/lib/i18n/in-locale'
import { TimelineSection } from '../../timeline-section'
import { linkNeed, unlinkNeed } from '../actions'
import { NextCard } from './next-card'
import { read } from './read'
import { ScoreSection } from './score-section'

type Props = { params: Promise<{ needId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ t }, { needId }] = await Promise.all([getI18n(), params])
  const { page } = await read(needId)
  return { title: page ? t('communities.needs.one') : t('common.states.notFoundTitle') }
}

/** A need: what it answers, what answers it, and what came of it. */
export default async function NeedPage({ params }: Props) {
  const [{ t, locale, format }, { needId }] = await Promise.all([getI18n(), params])
  const { actor, page } = await read(needId)
  if (!page) notFound()
  const { need, row } = page
  const keeps = canKeep(actor, need) && row.planStatus !== 'archived'
  const label = (status: string) => {
    const known = needMachine.states.find((state) => state === status)
    return known ? t(`communities.needs.status.${known}`) : status
  }
  const choicesOf = (kind: 'concern' | 'action') => page.answerable.filter((choice) => choice.kind === kind)
  return (
    <ClientMessages locale={locale} rooms={['communities.errors', 'communities.refused', 'cases.refused']}>
      <CaseHeader
        reference={row.planReference}
        title={inLocale(locale, { en: row.titleEn || row.titleAr, ar: row.titleAr })}
        status={{ label: label(need.status), tone: toneOf[need.status] }}
        back={{ href: `/communities/plans/${need.planId}`, label: t('communities.plans.one') }}
        facts={[
          { term: t('communities.sectorWord'), value: t(`communities.sector.${row.sector}`) },
          ...(row.peopleAffected === null
            ? []
            : [{ term: t('communities.needs.peopleAffected'), value: format.number(row.peopleAffected) }]),
        ]}
        action={
          keeps && (
            <LinkButton href={`/communities/needs/${need.id}/edit`} variant="secondary">
              {t('communities.change')}
            </LinkButton>
          )
        }
      />
      <CaseSteps
        steps={needMachine.steps}
        status={need.status}
        events={page.events}
        label={label}
        tone={toneOf[need.status]}
      />
      {keeps && <NextCard page={page} />}
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <div className="min-w-0 space-y-6">
          <ChainSection
            title={t('communities.chain.title')}
            empty={t('communities.chain.noneOfNeed')}
            concerns={page.concerns}
            actions={page.actions}
            projects={page.projects}
            onLink={(linkId) =>
              keeps && (
                <PlainForm
                  action={unlinkNeed}
                  hidden={{ linkId }}
                  submit={t('communities.chain.unlink')}
                  label={t('communities.chain.unlink')}
                  variant="quiet"
                  className="mt-1"
                />
              )
            }
          >
            {keeps && page.answerable.length > 0 && (
              <div className="mt-4">
                <Disclosure label={t('communities.chain.link')}>
                  <PlainForm
                    action={linkNeed}
                    hidden={{ needId: need.id }}
                    submit={t('communities.chain.linkDeed')}
                    label={t('communities.chain.link')}
                    variant="secondary"
                    className="space-y-5"
                  >
                    <SelectField
                      name="answers"
                      label={t('communities.chain.answers')}
                      choices={(['concern', 'action'] as const)
                        .map((kind) => ({ label: t(`communities.chain.kind.${kind}`), choices: choicesOf(kind) }))
                        .filter((group) => group.choices.length > 0)}
                    />
                  </PlainForm>
                </Disclosure>
              </div>
            )}
          </ChainSection>
        </div>
        <div className="min-w-0 space-y-6">
          <Section title={t('communities.about')}>
            <DetailsList
              items={[
                {
                  term: t('communities.plans.one'),
                  value: (
                    <Link href={`/communities/plans/${need.planId}`} prefetch={false} className="text-action underline">
                      <Code>{row.planReference}</Code>
                    </Link>
                  ),
                },
                { term: t('communities.needs.rankWord'), value: format.number(need.rank) },
                { term: t('communities.needs.description'), value: row.description && <Bdi>{row.description}</Bdi> },
                { term: t('communities.needs.outcome'), value: row.outcome && <Bdi>{row.outcome}</Bdi> },
              ]}
            />
          </Section>
          {row.ranking === 'scored' && <ScoreSection points={row} />}
          <TimelineSection events={page.events} room="communities.needs" />
        </div>
      </div>
    </ClientMessages>
  )
}
