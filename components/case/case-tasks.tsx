import { getI18n } from '@/app/i18n'
import { DateField } from '@/components/form/date-field'
import { PlainForm } from '@/components/form/plain-form'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { Bdi } from '@/components/ui/bdi'
import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/section'
import type { TaskRow } from '@/lib/cases/timeline-query'
import type { Action } from '@/lib/commands/result'

type Props = {
  caseId: string
  tasks: readonly TaskRow[]
  people: readonly { value: string; label: string }[]
  add: Action | null
  complete: Action | null
}

/** What is to be done on the case, open ones first, and a place to give a new one. */
export async function CaseTasks({ caseId, tasks, people, add, complete }: Props) {
  const { t, format } = await getI18n()
  return (
    <Section id="tasks" title={t('cases.tasks.title')}>
      {tasks.length === 0 && <p className="mb-4 text-ink-soft">{t('cases.tasks.empty')}</p>}
      <ul className="mb-4 divide-y divide-line">
        {tasks.map((task) => (
          <li key={task.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
            <div className="min-w-0">
              <p className={task.doneAt ? 'text-ink-soft line-through' : 'font-medium'}>
                <Bdi>{task.title}</Bdi>
              </p>
              <p className="text-sm text-ink-soft">
                <Bdi>{task.assignee}</Bdi> ·{' '}
                {task.doneAt
                  ? t('cases.tasks.doneOn', { date: format.shortDate(task.doneAt) })
                  : t('cases.tasks.dueOn', { date: format.shortDate(task.dueOn) })}
              </p>
            </div>
            {complete && !task.doneAt && (
              <PlainForm
                action={complete}
                hidden={{ taskId: task.id }}
                submit={t('cases.tasks.done')}
                variant="secondary"
                className=""
              />
            )}
          </li>
        ))}
      </ul>
      {add && (
        <Disclosure label={t('cases.tasks.add')}>
          <PlainForm action={add} hidden={{ caseId }} submit={t('cases.tasks.save')} resetOnDone variant="secondary">
            <TextField name="title" label={t('cases.tasks.what')} maxLength={200} />
            <SelectField name="assigneeId" label={t('cases.tasks.who')} choices={people} />
            <DateField name="dueOn" label={t('cases.tasks.due')} />
          </PlainForm>
        </Disclosure>
      )}
    </Section>
  )
}
