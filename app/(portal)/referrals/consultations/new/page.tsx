import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import type { Actor } from '@/lib/auth/actor'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { inLocale } from '@/lib/i18n/in-locale'
import { isId } from '@/lib/ids'
import { cellsOf } from '@/lib/referrals/consultations/lines'
import { canCorrect } from '@/lib/referrals/consultations/load'
import { getRegister, getRegisterForm } from '@/lib/referrals/consultations/queries'
import { facilityGroups, wordsOf } from '../words'
import { Legend } from './legend'
import { RegisterForm } from './register-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('consultations.new') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Rows that stand ready before any script has run; more are a link away. */
const rowChoices = [20, 60, 120]

/** The register that is corrected, when the address names one that this actor may correct. */
async function correctedOf(actor: Actor, id: unknown) {
  if (!isId(id)) return null
  const page = await getRegister(actor, id)
  if (!page || canCorrect(actor, { teamId: page.head.team_id, withdrawnAt: null }) !== true) notFound()
  return page
}

export default async function NewRegisterPage({ searchParams }: Props) {
  const actor = await requireActor()
  if (!may(actor, 'consultations.write')) notFound()
  const [{ t, locale, format }, query] = await Promise.all([getI18n(), searchParams])
  const [{ facilities, categories }, corrected] = await Promise.all([
    getRegisterForm(actor),
    correctedOf(actor, query.correct),
  ])
  const all = corrected?.categories ?? categories
  const facilityId = corrected?.head.facility_id ?? (isId(query.facility) ? query.facility : '')
  const heldOn = corrected?.head.held_on ?? (typeof query.day === 'string' ? query.day.slice(0, 10) : '')
  const rowsAtFirst = rowChoices.find((count) => String(count) === query.rows) ?? 20
  const rowsHref = (rows: number) =>
    `/referrals/consultations/new?${new URLSearchParams({ ...(isId(query.facility) && { facility: query.facility }), rows: String(rows) })}`
  return (
    <ClientMessages
      locale={locale}
      rooms={[
        'consultations.grid',
        'consultations.column',
        'consultations.facility',
        'consultations.day',
        'consultations.errors',
        'consultations.refused',
      ]}
    >
      <PageHeader
        title={t(corrected ? 'consultations.correctTitle' : 'consultations.new')}
        lead={t(corrected ? 'consultations.correctLead' : 'consultations.newLead')}
        back={{ href: '/referrals/consultations', label: t('consultations.title') }}
      />
      {corrected?.head.withdrawn_at && (
        <div className="mb-6">
          <Notice tone="warning">{t('consultations.refused.withdrawn')}</Notice>
        </div>
      )}
      <div className="grid items-start gap-6 xl:grid-cols-[1fr_19rem]">
        <div className="order-last min-w-0 xl:order-first">
          <RegisterForm
            facilities={facilityGroups(facilities, locale)}
            categories={all}
            words={wordsOf(t, locale, all)}
            facilityId={facilityId}
            heldOn={heldOn}
            lines={corrected?.lines.map(cellsOf) ?? []}
            rowsAtFirst={rowsAtFirst}
            replaces={corrected?.head.id ?? null}
            fixed={
              corrected &&
              `${inLocale(locale, { en: corrected.head.facility_en, ar: corrected.head.facility_ar })} · ${format.date(corrected.head.held_on)}`
            }
            draft={{ key: corrected ? `register:${corrected.head.id}` : 'register:new', secret: actor.draftKey }}
          />
          {!corrected && (
            <noscript>
              <p className="mt-4">
                {t('consultations.moreRows')}{' '}
                {rowChoices.map((rows) => (
                  <Link key={rows} href={rowsHref(rows)} prefetch={false} className="me-3 text-action underline">
                    {format.number(rows)}
                  </Link>
                ))}
              </p>
            </noscript>
          )}
        </div>
        <Legend categories={categories} />
      </div>
    </ClientMessages>
  )
}
