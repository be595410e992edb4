import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { getNeed } from '@/lib/communities/needs/queries'
import { getPlaceForm } from '@/lib/communities/plans/queries'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { inLocale } from '@/lib/i18n/in-locale'
import { isId } from '@/lib/ids'
import { onlyTeam } from '../../place-field'
import { identifyProject } from '../actions'
import { ProjectForm } from '../project-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('projects.new') }
}

type Props = { searchParams: Promise<{ need?: string | string[] }> }

/** Writing down a project, for a need or on its own. */
export default async function NewProjectPage({ searchParams }: Props) {
  const actor = await requireActor()
  if (!may(actor, 'communities.write')) notFound()
  const [{ t, locale }, { need: needId }, places] = await Promise.all([getI18n(), searchParams, getPlaceForm(actor)])
  const page = isId(needId) ? await getNeed(actor, needId) : null
  const back = page
    ? { href: `/communities/needs/${page.need.id}`, label: t('communities.needs.one') }
    : { href: '/communities/projects', label: t('projects.title') }
  return (
    <ClientMessages locale={locale} rooms={['projects.errors', 'projects.refused', 'communities.refused']}>
      <PageHeader title={t('projects.new')} lead={t('projects.newLead')} back={back} />
      {page && (
        <div className="mb-6 max-w-2xl">
          <Notice title={t('projects.forNeed')}>
            <p dir="auto">{inLocale(locale, { en: page.row.titleEn || page.row.titleAr, ar: page.row.titleAr })}</p>
          </Notice>
        </div>
      )}
      <ProjectForm
        action={identifyProject}
        hidden={{ ...onlyTeam(places), needId: page?.need.id }}
        places={places}
        isNew
        cancelHref={back.href}
        draft={{ key: `project-new-${page?.need.id ?? ''}`, secret: actor.draftKey }}
      />
    </ClientMessages>
  )
}
