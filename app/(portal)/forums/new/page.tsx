import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { getForumForm } from '@/lib/forums/queries'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { inLocale } from '@/lib/i18n/in-locale'
import { proposeForum } from '../actions'
import { ForumForm } from '../forum-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('forums.form.title') }
}

/** Proposing a forum. */
export default async function NewForumPage() {
  const actor = await requireActor()
  if (!may(actor, 'forums.write')) notFound()
  const [{ t, locale }, form] = await Promise.all([getI18n(), getForumForm(actor)])
  const [first, ...others] = form.teams
  if (!first) notFound()
  const districts = new Set(form.teams.map((team) => team.districtPcode))
  return (
    <ClientMessages locale={locale} rooms={['forums.errors', 'forums.refused']}>
      <PageHeader
        title={t('forums.form.title')}
        lead={t('forums.form.lead')}
        back={{ href: '/forums', label: t('forums.title') }}
      />
      <ForumForm
        action={proposeForum}
        hidden={others.length === 0 ? { teamId: first.id } : {}}
        places={form.places.filter((place) => districts.has(place.parent ?? ''))}
        {...(others.length > 0 && {
          teams: form.teams.map((team) => ({
            value: team.id,
            label: inLocale(locale, { en: team.nameEn, ar: team.nameAr }),
          })),
        })}
        cancelHref="/forums"
      />
    </ClientMessages>
  )
}
