import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { after } from 'next/server'
import { getI18n } from '@/app/i18n'
import { Code } from '@/components/ui/bdi'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { foldFigures } from '@/lib/grants/figures/queries'
import { getSelection } from '@/lib/grants/rounds/selection-queries'
import { inLocale } from '@/lib/i18n/in-locale'
import { isId } from '@/lib/ids'
import { StateBadge } from '../state-badge'
import { FairnessView } from './fairness-view'
import { readSelectionFilters, type SearchParams } from './filters'
import { RoundRules } from './round-rules'
import { SelectionList } from './selection-list'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('rounds.list.round') }
}

type Props = { params: Promise<{ roundId: string }>; searchParams: SearchParams }

export default async function RoundPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  if (!may(actor, 'rounds.manage') && !may(actor, 'committee.convene')) notFound()
  const [{ t, locale }, { roundId }, filter] = await Promise.all([
    getI18n(),
    params,
    readSelectionFilters(searchParams),
  ])
  const selection = isId(roundId) ? await getSelection(actor, roundId, filter) : null
  if (!selection) notFound()
  after(foldFigures)
  const { round, all } = selection
  return (
    <>
      <PageHeader
        title={inLocale(locale, { en: round.nameEn, ar: round.nameAr })}
        lead={
          <span className="flex flex-wrap items-center gap-3">
            <Code>{round.code}</Code>
            <StateBadge opensOn={round.opensOn} closesOn={round.closesOn} />
          </span>
        }
        back={{ href: '/grants/rounds', label: t('rounds.list.title') }}
        action={
          may(actor, 'rounds.manage') && (
            <LinkButton href={`/grants/rounds/${round.id}/edit`} variant="secondary">
              {t('rounds.selection.edit')}
            </LinkButton>
          )
        }
      />
      <div className="space-y-6">
        <RoundRules page={selection} />
        <Section title={t('rounds.selection.fairness')}>
          {all.applied === 0 ? (
            <p className="text-ink-soft">{t('rounds.selection.nobody')}</p>
          ) : (
            <FairnessView selection={selection} />
          )}
        </Section>
      </div>
      <SelectionList selection={selection} filter={filter} />
    </>
  )
}
