import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { TextAreaField } from '@/components/form/text-area-field'
import { Disclosure } from '@/components/ui/disclosure'
import { LinkButton } from '@/components/ui/link-button'
import { deedsFrom } from '@/lib/cases/machine'
import type { Action } from '@/lib/commands/result'
import { type NeedDeed, needMachine } from '@/lib/communities/needs/machine'
import type { NeedPage } from '@/lib/communities/needs/queries'
import { addressNeed, dropNeed, meetNeed, reopenNeed } from '../actions'

const actionOf: Record<NeedDeed, Action<{ needId: string }>> = {
  address: addressNeed,
  meet: meetNeed,
  drop: dropNeed,
  reopen: reopenNeed,
}

/** How far a need is, and what its team can do about it. */
export async function NextCard({ page }: { page: NeedPage }) {
  const { t } = await getI18n()
  const { need, row } = page
  return (
    <section aria-labelledby="next" className="mb-6 rounded-lg border-2 border-action bg-surface p-4 sm:p-6">
      <h2 id="next" className="text-lg font-semibold">
        {t('communities.next')}
      </h2>
      <p className="mt-1">{t(`communities.needs.next.${need.status}`)}</p>
      <div className="mt-4 space-y-3">
        {(need.status === 'open' || need.status === 'addressed') && (
          <LinkButton href={`/communities/projects/new?need=${need.id}`}>
            {t('communities.needs.newProject')}
          </LinkButton>
        )}
        {deedsFrom(needMachine, need.status).map((deed) => {
          const label = t(`communities.needs.deed.${deed}`)
          const form = (
            <PlainForm
              key={deed}
              action={actionOf[deed]}
              hidden={{ needId: need.id, version: need.version }}
              submit={label}
              label={label}
              variant={deed === 'drop' ? 'danger' : 'secondary'}
              className="space-y-5"
            >
              {(deed === 'meet' || deed === 'drop') && (
                <TextAreaField
                  name="outcome"
                  rows={3}
                  maxLength={2000}
                  label={t(`communities.needs.outcomeOf.${deed}`)}
                  defaultValue={row.outcome}
                />
              )}
              {deed === 'reopen' && (
                <TextAreaField name="reason" rows={2} maxLength={1000} label={t('communities.reason')} />
              )}
            </PlainForm>
          )
          return deed === 'address' ? (
            form
          ) : (
            <Disclosure key={deed} label={label}>
              {form}
            </Disclosure>
          )
        })}
      </div>
    </section>
  )
}
