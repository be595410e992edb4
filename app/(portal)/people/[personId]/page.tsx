import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { CaseDocuments } from '@/components/case/case-documents'
import { Notice } from '@/components/ui/notice'
import { requireActor } from '@/lib/auth/session'
import { removalOf } from '@/lib/documents/policy'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { isId } from '@/lib/ids'
import { getPersonFile } from '@/lib/people/file-queries'
import { canEdit } from '@/lib/people/policy'
import { CasesSection } from './cases-section'
import { ConsentsSection } from './consents-section'
import { DetailsSection } from './details-section'
import { DisclosuresSection } from './disclosures-section'
import { DisplacementSection } from './displacement-section'
import { DuplicatesSection } from './duplicates-section'
import { FileHeader } from './file-header'
import { HistorySection } from './history-section'
import { HouseholdSection } from './household-section'
import { WashingtonSection } from './washington-section'

// Never the name: a title stands in the browser's history, and is made before anyone was asked.
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('people.file.title') }
}

const deeds = [
  'registered',
  'saved',
  'displacement',
  'consent',
  'withdrawn',
  'washington',
  'household',
  'duplicate',
  'told',
] as const

type Props = {
  params: Promise<{ personId: string }>
  searchParams: Promise<{ done?: string | string[]; document?: string | string[] }>
}

export default async function PersonPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const [{ t, locale }, { personId }, { done, document: outcome }] = await Promise.all([
    getI18n(),
    params,
    searchParams,
  ])
  const file = isId(personId) ? await getPersonFile(actor, personId) : null
  if (!file) notFound()
  const mayEdit = canEdit(actor, file.person)
  const deed = deeds.find((one) => one === done)
  return (
    <>
      <FileHeader actor={actor} file={file} />
      <div className="space-y-6">
        {deed && (
          <Notice tone="good" live>
            {t(`people.done.${deed}`)}
          </Notice>
        )}
        <DuplicatesSection actor={actor} file={file} />
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <div className="space-y-6">
            <DetailsSection person={file.person} />
            <DisplacementSection file={file} mayEdit={mayEdit} />
          </div>
          <div className="space-y-6">
            <HouseholdSection file={file} mayEdit={mayEdit} />
            <CasesSection cases={file.cases} />
          </div>
        </div>
        <ClientMessages locale={locale} rooms={['people.refused', 'disclosures.refused']}>
          <ConsentsSection file={file} mayEdit={mayEdit} />
          <DisclosuresSection file={file} mayEdit={mayEdit} />
          <CaseDocuments
            home={{ personId }}
            path={`/people/${personId}`}
            documents={file.documents}
            canAdd={mayEdit}
            removal={mayEdit ? removalOf(actor, file.person, { isOpen: true, isDecided: false }) : 'none'}
            actorId={actor.userId}
            outcome={outcome}
          />
        </ClientMessages>
        <WashingtonSection file={file} mayEdit={mayEdit} />
        <HistorySection entries={file.history} />
      </div>
    </>
  )
}
