import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { roundChoices, sectorChoices } from '@/lib/grants/form-choices'
import { getApplicationForm } from '@/lib/grants/queries'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { isId } from '@/lib/ids'
import { ApplicationForm } from '../application-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('grants.form.newTitle') }
}

export default async function NewGrantPage({
  searchParams,
}: {
  searchParams: Promise<{ person?: string | string[] }>
}) {
  const actor = await requireActor()
  if (!may(actor, 'grants.write')) notFound()
  const [{ t, locale, format }, { person }] = await Promise.all([getI18n(), searchParams])
  if (person === undefined) {
    return (
      <>
        <PageHeader title={t('grants.form.newTitle')} />
        <EmptyState
          title={t('grants.form.noPerson')}
          action={<LinkButton href="/people">{t('grants.list.toPeople')}</LinkButton>}
        >
          {t('grants.form.noPersonText')}
        </EmptyState>
      </>
    )
  }
  const found = isId(person) ? await getApplicationForm(actor, person) : null
  if (!found) notFound()
  const { givenName, fatherName, grandfatherName, familyName } = found.person
  const name = [givenName, fatherName, grandfatherName, familyName].filter(Boolean).join(' ')
  const back = `/people/${found.person.id}`
  return (
    <>
      <PageHeader
        title={t('grants.form.newTitle')}
        lead={t('grants.form.for', { name })}
        back={{ href: back, label: name }}
      />
      {found.rounds.length === 0 ? (
        <EmptyState title={t('grants.form.noRound')}>{t('grants.form.noRoundText')}</EmptyState>
      ) : (
        <ClientMessages locale={locale} rooms={['grants.form', 'grants.errors']}>
          <ApplicationForm
            about={{ personId: found.person.id }}
            rounds={roundChoices(found.rounds, locale, format)}
            sectors={sectorChoices(found.sectors, locale)}
            draft={{ key: `grant-new-${found.person.id}`, secret: actor.draftKey }}
            cancelHref={back}
          />
        </ClientMessages>
      )}
    </>
  )
}
