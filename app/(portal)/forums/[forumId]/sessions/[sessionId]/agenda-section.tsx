import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { CheckboxGroupField } from '@/components/form/checkbox-field'
import { PlainForm } from '@/components/form/plain-form'
import { TextAreaField } from '@/components/form/text-area-field'
import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/section'
import type { AgendaChoices, AgendaItem, SessionPage } from '@/lib/forums/sessions/queries'
import { setAgenda } from '../actions'

const hrefOf = (item: AgendaItem) =>
  item.case_id ? `/forums/concerns/${item.case_id}` : item.action_id ? `/forums/actions/${item.action_id}` : null

/** What will be spoken about, and the form that builds it from what is open. */
export async function AgendaSection({ page, choices }: { page: SessionPage; choices: AgendaChoices | null }) {
  const { t } = await getI18n()
  const { agenda } = page
  return (
    <Section id="agenda" title={t('forums.agenda.title')}>
      {agenda.length === 0 ? (
        <p className="text-ink-soft">{t('forums.agenda.none')}</p>
      ) : (
        <ol className="list-decimal space-y-1.5 ps-6">
          {agenda.map((item) => {
            const href = hrefOf(item)
            return (
              <li key={item.id}>
                {href ? (
                  <Link href={href} prefetch={false} dir="auto" className="touch-link text-action underline">
                    {item.label}
                  </Link>
                ) : (
                  <span dir="auto">{item.label}</span>
                )}
              </li>
            )
          })}
        </ol>
      )}
      {choices && (
        <div className="mt-4">
          <Disclosure label={t('forums.agenda.change')}>
            <AgendaForm page={page} choices={choices} />
          </Disclosure>
        </div>
      )}
    </Section>
  )
}

async function AgendaForm({ page, choices }: { page: SessionPage; choices: AgendaChoices }) {
  const { t } = await getI18n()
  const { session, agenda } = page
  const chosen = (key: 'case_id' | 'action_id') => agenda.flatMap((item) => item[key] ?? [])
  const options = (rows: AgendaChoices['concerns']) => rows.map((row) => ({ value: row.id, label: row.label }))
  return (
    <PlainForm
      action={setAgenda}
      hidden={{ sessionId: session.id, version: session.version }}
      submit={t('forums.agenda.save')}
    >
      {choices.concerns.length > 0 && (
        <CheckboxGroupField
          name="concerns"
          optional
          label={t('forums.agenda.concerns')}
          choices={options(choices.concerns)}
          defaultValue={chosen('case_id')}
        />
      )}
      {choices.actions.length > 0 && (
        <CheckboxGroupField
          name="actions"
          optional
          label={t('forums.agenda.actions')}
          choices={options(choices.actions)}
          defaultValue={chosen('action_id')}
        />
      )}
      <TextAreaField
        name="matters"
        optional
        label={t('forums.agenda.matters')}
        hint={t('forums.agenda.mattersHint')}
        defaultValue={agenda
          .filter((item) => !item.case_id && !item.action_id)
          .map((item) => item.label)
          .join('\n')}
      />
    </PlainForm>
  )
}
