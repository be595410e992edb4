import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { PageHeader } from '@/components/ui/page-header'
import { getPlaceForm } from '@/lib/communities/plans/queries'
import { canKeep } from '@/lib/communities/policy'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { editProject } from '../../actions'
import { ProjectForm } from '../../project-form'
import { read } from '../read'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('projects.edit') }
}

export default async function EditProjectPage({ params }: { params: Promise<{ projectId: string }> }) {
  const [{ t, locale }, { projectId }] = await Promise.all([getI18n(), params])
  const { actor, page } = await read(projectId)
  if (!page || !canKeep(actor, page.project)) notFound()
  const { project, row } = page
  const back = `/communities/projects/${project.id}`
  const places = (await getPlaceForm(actor)).filter((place) => place.teamId === project.teamId)
  return (
    <ClientMessages locale={locale} rooms={['projects.errors', 'projects.refused', 'communities.refused']}>
      <PageHeader title={t('projects.edit')} back={{ href: back, label: row.reference }} />
      <ProjectForm
        action={editProject}
        hidden={{ projectId: project.id, version: project.version }}
        places={places}
        values={row}
        cancelHref={back}
      />
    </ClientMessages>
  )
}
