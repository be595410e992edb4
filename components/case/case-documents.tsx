import { removeDocument } from '@/app/(portal)/documents/actions'
import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { Disclosure } from '@/components/ui/disclosure'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import type { DocumentRow } from '@/lib/cases/timeline-query'
import { documentKinds, uploadOutcome } from '@/lib/documents/domain'
import type { Removal } from '@/lib/documents/policy'
import { WordsProvider } from '@/lib/i18n/client'
import { wordsOf } from '@/lib/i18n/client-messages'
import { newId } from '@/lib/ids'
import { UploadForm } from './upload-form'

type CaseDocumentsProps = {
  /** What the documents are kept with. */
  home: { caseId: string } | { personId: string } | { planId: string } | { projectId: string }
  /** The page that shows them: a sending without scripts leads back to it. */
  path: string
  documents: readonly DocumentRow[]
  canAdd: boolean
  /** Whose documents the actor may remove (lib/documents/policy). */
  removal: Removal
  actorId: string
  /** The page's `?document=`: what a sending without scripts ended with. */
  outcome?: string | string[] | undefined
}

/** The documents of a case, a person, a plan or a project. Stands inside a `ClientMessages`. */
export async function CaseDocuments({ home, path, documents, canAdd, removal, actorId, outcome }: CaseDocumentsProps) {
  const { t, locale } = await getI18n()
  const ended = uploadOutcome(outcome)
  const kinds = documentKinds.map((value) => ({ value, label: t(`cases.documents.kind.${value}`) }))
  return (
    <WordsProvider
      locale={locale}
      words={wordsOf(locale, ['cases.documents.upload', 'cases.documents.outcome', 'cases.documents.refused'])}
    >
      <Section id="documents" title={t('cases.documents.title')}>
        {ended && (
          <div className="mb-4">
            <Notice tone={ended === 'added' ? 'good' : 'danger'} live>
              {t(`cases.documents.outcome.${ended}`)}
            </Notice>
          </div>
        )}
        {documents.length === 0 && <p className="mb-4 text-ink-soft">{t('cases.documents.empty')}</p>}
        <ul className="mb-4 divide-y divide-line">
          {documents.map((document) => (
            <DocumentItem
              key={document.id}
              document={document}
              canRemove={removal === 'all' || (removal === 'own' && document.uploaderId === actorId)}
            />
          ))}
        </ul>
        {canAdd && (
          <Disclosure label={t('cases.documents.add')} open={ended !== null && ended !== 'added'}>
            <UploadForm
              url={`/api/documents?back=${encodeURIComponent(path)}`}
              hidden={home}
              commandId={newId()}
              kinds={kinds}
            />
          </Disclosure>
        )}
      </Section>
    </WordsProvider>
  )
}

async function DocumentItem({ document, canRemove }: { document: DocumentRow; canRemove: boolean }) {
  const { t, format } = await getI18n()
  const kilobytes = document.sizeBytes / 1024
  const size =
    kilobytes < 1000
      ? t('cases.documents.kilobytes', { size: format.number(Math.max(1, Math.round(kilobytes))) })
      : t('cases.documents.megabytes', { size: format.number(Math.round(kilobytes / 102.4) / 10) })
  const kind = documentKinds.find((known) => known === document.kind) ?? 'other'
  return (
    <li className="flex gap-3 py-3">
      <Icon name="file-text" className="mt-0.5 size-5 text-ink-soft" />
      <div className="min-w-0 flex-1">
        <a
          href={`/api/documents/${document.id}`}
          target="_blank"
          rel="noopener"
          className="touch-link font-medium break-words text-action underline"
        >
          <bdi>{document.fileName}</bdi>
        </a>
        <p className="text-sm">
          {t(`cases.documents.kind.${kind}`)} · <bdi>{size}</bdi>
        </p>
        <p className="text-sm text-ink-soft">
          <bdi>{document.uploadedBy}</bdi> ·{' '}
          <time dateTime={document.uploadedAt.toISOString()}>{format.shortDate(document.uploadedAt)}</time>
        </p>
        {canRemove && (
          <details className="group mt-1">
            <summary className="touch-target inline-flex cursor-pointer items-center gap-1.5 text-sm font-medium text-ink-soft hover:text-danger group-open:text-danger">
              <Icon name="trash-2" className="size-4" />
              {t('cases.documents.remove')}{' '}
              <span className="sr-only">
                <bdi>{document.fileName}</bdi>
              </span>
            </summary>
            <div className="mt-2 rounded-md border border-line p-3">
              <PlainForm
                action={removeDocument}
                hidden={{ documentId: document.id }}
                submit={t('cases.documents.removeDeed')}
                variant="danger"
                className="space-y-3"
              >
                <p className="text-sm">{t('cases.documents.removeText')}</p>
              </PlainForm>
            </div>
          </details>
        )}
      </div>
    </li>
  )
}
