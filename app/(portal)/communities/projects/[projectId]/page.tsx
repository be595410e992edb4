import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { CaseDocuments } from '@/components/case/case-documents'
import { CaseHeader } from '@/components/case/case-header'
import { CaseSteps } from '@/components/case/case-steps'
import { LinkButton } from '@/components/ui/link-button'
import { isClosed } from '@/lib/cases/machine'
import { canKeep } from '@/lib/communities/policy'
import { projectMachine } from '@/lib/communities/projects/machine'
import { toneOf } from '@/lib/communities/projects/tones'
import { removalOf } from '@/lib/documents/policy'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { inLocale } from '@/lib/i18n/in-locale'
import { TimelineSection } from '../../timeline-section'
import { ChainOfProject } from './chain-of-project'
import { FactsSection, ServedSection } from './facts-section'
import { BillSection, InstalmentsSection } from './money-sections'
import { NextCard } from './next-card'
import { PhotosSection } from './photos-section'
import { read } from './read'
import { DefectsSection, InspectionsSection } from './site-sections'

type Props = { params: Promise<{ projectId: string }>; searchParams: Promise<{ document?: string | string[] }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ t }, { projectId }] = await Promise.all([getI18n(), params])
  const { page } = await read(projectId)
  return { title: page ? page.row.reference : t('common.states.notFoundTitle') }
}

/** A project: where it stands, what it answers, what it costs, and what was found on the site. */
export default async function ProjectPage({ params, searchParams }: Props) {
  const [{ t, locale, format }, { projectId }, { document }] = await Promise.all([getI18n(), params, searchParams])
  const { actor, page } = await read(projectId)
  if (!page) notFound()
  const { project, row } = page
  const isOpen = !isClosed(projectMachine, project.status)
  const keeps = canKeep(actor, project) && isOpen
  const label = (status: string) => {
    const known = projectMachine.states.find((state) => state === status)
    return known ? t(`projects.status.${known}`) : status
  }
  return (
    <ClientMessages
      locale={locale}
      rooms={['projects.errors', 'projects.refused', 'communities.errors', 'communities.refused', 'cases.refused']}
    >
      <CaseHeader
        reference={row.reference}
        title={inLocale(locale, { en: row.titleEn, ar: row.titleAr })}
        status={{ label: label(project.status), tone: toneOf[project.status] }}
        back={{ href: '/communities/projects', label: t('projects.title') }}
        facts={[
          { term: t('projects.kindWord'), value: t(`projects.kind.${row.kind}`) },
          { term: t('communities.place'), value: inLocale(locale, { en: row.placeEn, ar: row.placeAr }) },
          { term: t('projects.progress'), value: format.percent(row.progress / 100) },
        ]}
        action={
          keeps && (
            <LinkButton href={`/communities/projects/${project.id}/edit`} variant="secondary">
              {t('communities.change')}
            </LinkButton>
          )
        }
      />
      <CaseSteps
        steps={projectMachine.steps}
        status={project.status}
        events={page.events}
        label={label}
        tone={toneOf[project.status]}
      />
      <NextCard actor={actor} page={page} keeps={keeps} />
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <div className="min-w-0 space-y-6">
          <ChainOfProject page={page} keeps={keeps} />
          <InspectionsSection page={page} />
          <DefectsSection page={page} keeps={keeps} />
          <BillSection page={page} keeps={keeps} />
          <InstalmentsSection page={page} keeps={keeps} actorId={actor.userId} />
          <PhotosSection page={page} keeps={keeps} />
        </div>
        <div className="min-w-0 space-y-6">
          <FactsSection page={page} />
          <ServedSection page={page} keeps={keeps} />
          <CaseDocuments
            home={{ projectId: project.id }}
            path={`/communities/projects/${project.id}`}
            documents={page.documents}
            canAdd={keeps}
            removal={keeps ? removalOf(actor, project, { isOpen, isDecided: false }) : 'none'}
            actorId={actor.userId}
            outcome={document}
          />
          <TimelineSection events={page.events} room="projects" />
        </div>
      </div>
    </ClientMessages>
  )
}
