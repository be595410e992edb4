import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { SelectField } from '@/components/form/select-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { Disclosure } from '@/components/ui/disclosure'
import { LinkButton } from '@/components/ui/link-button'
import type { Action } from '@/lib/commands/result'
import type { OfferedDeed } from '@/lib/forums/concerns/next-step'
import type { ConcernPage } from '@/lib/forums/concerns/queries'
import { closeConcern, reopenConcern, resolveConcern, startTriage, verifyConcern } from '../actions'
import { TriageForm } from './triage-form'

type Deed = 'start_triage' | 'resolve' | 'verify' | 'close' | 'reopen'

const actionOf: Record<Deed, Action<{ caseId: string }>> = {
  start_triage: startTriage,
  resolve: resolveConcern,
  verify: verifyConcern,
  close: closeConcern,
  reopen: reopenConcern,
}

type Props = { deed: OfferedDeed; page: ConcernPage; isFirst: boolean }

/** One deed of the state a concern is in: a button where nothing more is to be said, a small form otherwise. */
export async function DeedForm({ deed, page, isFirst }: Props) {
  const { t, format } = await getI18n()
  const { concern, facts, sessions } = page
  const label = t(`concerns.next.deed.${deed}`)
  if (deed === 'triage') return <TriageForm page={page} />
  if (deed === 'agree') {
    return (
      <LinkButton
        href={`/forums/actions/new?forum=${concern.forumId}&concern=${concern.id}`}
        variant={isFirst ? 'primary' : 'secondary'}
      >
        {label}
      </LinkButton>
    )
  }
  if (deed === 'verify' && sessions.length === 0) return <p className="text-ink-soft">{t('concerns.next.noSession')}</p>
  const isPlain = deed === 'start_triage' || deed === 'close'
  const form = (
    <PlainForm
      action={actionOf[deed]}
      hidden={{ caseId: concern.id, version: concern.version }}
      submit={label}
      label={label}
      variant={isFirst ? 'primary' : 'secondary'}
      className="space-y-5"
    >
      {deed === 'resolve' && (
        <TextAreaField
          name="result"
          maxLength={2000}
          label={t('concerns.next.result')}
          hint={t('concerns.next.resultHint')}
          defaultValue={facts.result}
        />
      )}
      {deed === 'verify' && (
        <SelectField
          name="sessionId"
          label={t('concerns.next.session')}
          defaultValue={sessions[0]?.id}
          choices={sessions.map((session) => ({ value: session.id, label: format.date(session.held_on) }))}
        />
      )}
      {deed === 'reopen' && <TextAreaField name="reason" rows={2} maxLength={1000} label={t('concerns.next.why')} />}
    </PlainForm>
  )
  return isPlain ? form : <Disclosure label={label}>{form}</Disclosure>
}
