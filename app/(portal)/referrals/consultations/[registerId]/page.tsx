import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { Bdi } from '@/components/ui/bdi'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Disclosure } from '@/components/ui/disclosure'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { inLocale } from '@/lib/i18n/in-locale'
import { isId } from '@/lib/ids'
import type { Line } from '@/lib/referrals/consultations/lines'
import { canCorrect } from '@/lib/referrals/consultations/load'
import { getRegister } from '@/lib/referrals/consultations/queries'
import { withdrawRegister } from '../actions'
import { wordsOf } from '../words'
import { Sums } from './sums'
import { Versions } from './versions'

type Props = { params: Promise<{ registerId: string }> }

const read = cache(async (registerId: string) => {
  const actor = await requireActor()
  const isAllowed = may(actor, 'consultations.read') && isId(registerId)
  return { actor, page: isAllowed ? await getRegister(actor, registerId) : null }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ t, format }, { registerId }] = await Promise.all([getI18n(), params])
  const { page } = await read(registerId)
  return {
    title: page
      ? t('consultations.register', { day: format.shortDate(page.head.held_on) })
      : t('common.states.notFoundTitle'),
  }
}

/** A day's register: its lines, what they add up to, and its versions. */
export default async function RegisterPage({ params }: Props) {
  const [{ t, locale, format }, { registerId }] = await Promise.all([getI18n(), params])
  const { actor, page } = await read(registerId)
  if (!page) notFound()
  const { head, lines, versions, categories } = page
  const words = wordsOf(t, locale, categories)
  const isWithdrawn = head.withdrawn_at !== null
  const mayCorrect = canCorrect(actor, { teamId: head.team_id, withdrawnAt: null }) === true && !isWithdrawn
  const columns: Column<Line & { position: number }>[] = [
    { key: 'number', header: t('consultations.grid.number'), cell: (row) => format.number(row.position) },
    { key: 'sex', header: t('consultations.column.sex'), cell: (row) => words.sex[row.sex] },
    { key: 'age', header: t('consultations.column.age'), align: 'end', cell: (row) => format.number(row.age) },
    {
      key: 'displacement',
      header: t('consultations.column.displacement'),
      cell: (row) => words.displacement[row.displacement],
    },
    {
      key: 'disability',
      header: t('consultations.column.disability'),
      cell: (row) => words.disability[row.disability],
    },
    {
      key: 'category',
      header: t('consultations.column.category'),
      cell: (row) => words.category[row.category] ?? row.category,
    },
    { key: 'visit', header: t('consultations.column.visit'), cell: (row) => words.visit[row.visit] },
  ]
  const standing = versions.find((version) => version.withdrawn_at === null)
  return (
    <ClientMessages locale={locale} rooms={['consultations.refused']}>
      <PageHeader
        title={<Bdi>{inLocale(locale, { en: head.facility_en, ar: head.facility_ar })}</Bdi>}
        lead={[
          format.date(head.held_on),
          inLocale(locale, { en: head.place_en, ar: head.place_ar }),
          t('consultations.lines', { count: head.row_count }),
        ].join(' · ')}
        back={{ href: '/referrals/consultations', label: t('consultations.title') }}
        action={
          may(actor, 'consultations.write') && (
            <>
              {mayCorrect && (
                <LinkButton href={`/referrals/consultations/new?correct=${head.id}`} variant="secondary">
                  {t('consultations.correct')}
                </LinkButton>
              )}
              <LinkButton href={`/referrals/consultations/new?facility=${head.facility_id}`}>
                {t('consultations.another')}
              </LinkButton>
            </>
          )
        }
      />
      {isWithdrawn && (
        <div className="mb-6">
          <Notice tone="warning" title={t('consultations.refused.withdrawn')}>
            {standing && (
              <LinkButton href={`/referrals/consultations/${standing.id}`} variant="quiet" size="sm">
                {t('consultations.toStanding')}
              </LinkButton>
            )}
          </Notice>
        </div>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <DataTable
          caption={t('consultations.grid.title')}
          columns={columns}
          rows={lines}
          rowKey={(row) => String(row.position)}
        />
        <div className="space-y-6">
          <Section title={t('consultations.sums')}>
            <Sums lines={lines} categories={categories} />
          </Section>
          <Section title={t('consultations.versions.title')}>
            <Versions versions={versions} current={head.id} />
          </Section>
          {mayCorrect && (
            <Disclosure label={t('consultations.withdraw')}>
              <PlainForm
                action={withdrawRegister}
                hidden={{ registerId: head.id }}
                submit={t('consultations.withdraw')}
                variant="danger"
              >
                <p className="text-ink-soft">{t('consultations.withdrawText')}</p>
              </PlainForm>
            </Disclosure>
          )}
        </div>
      </div>
    </ClientMessages>
  )
}
