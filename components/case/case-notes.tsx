import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { TextAreaField } from '@/components/form/text-area-field'
import { Bdi } from '@/components/ui/bdi'
import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/section'
import type { NoteRow } from '@/lib/cases/timeline-query'
import type { Action } from '@/lib/commands/result'

type Props = { caseId: string; notes: readonly NoteRow[]; add: Action | null; draft: { key: string; secret: string } }

/** Notes, newest first, and a place for the next one. */
export async function CaseNotes({ caseId, notes, add, draft }: Props) {
  const { t, format } = await getI18n()
  return (
    <Section id="notes" title={t('cases.notes.title')}>
      {notes.length === 0 && <p className="mb-4 text-ink-soft">{t('cases.notes.empty')}</p>}
      <ul className="mb-4 space-y-4">
        {notes.map((note) => (
          <li key={note.id}>
            <p dir="auto" className="rounded-md bg-sunken px-3 py-2 whitespace-pre-line">
              {note.body}
            </p>
            <p className="mt-1 text-sm text-ink-soft">
              <Bdi>{note.author}</Bdi> · <time dateTime={note.at.toISOString()}>{format.dateTime(note.at)}</time>
            </p>
          </li>
        ))}
      </ul>
      {add && (
        <Disclosure label={t('cases.notes.add')}>
          <PlainForm
            action={add}
            hidden={{ caseId }}
            submit={t('cases.notes.save')}
            resetOnDone
            draft={draft}
            variant="secondary"
          >
            <TextAreaField name="body" label={t('cases.notes.add')} hint={t('cases.notes.hint')} />
          </PlainForm>
        </Disclosure>
      )}
    </Section>
  )
}
