import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { RadioField } from '@/components/form/radio-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { requireActor } from '@/lib/auth/session'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { isId } from '@/lib/ids'
import { getFlag } from '@/lib/people/flag-queries'
import { canDecideDuplicate } from '@/lib/people/policy'
import { decideDuplicate } from '../../../actions'
import { RecordCard } from './record-card'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('people.duplicate.title') }
}

type Props = { params: Promise<{ personId: string; flagId: string }> }

export default async function DuplicatePage({ params }: Props) {
  const actor = await requireActor()
  const [{ t, locale, format }, { personId, flagId }] = await Promise.all([getI18n(), params])
  const found = isId(flagId) ? await getFlag(actor, flagId) : null
  if (!found || found.person.id !== personId) notFound()
  const { person, flag, other } = found
  if (flag.state !== 'open' || canDecideDuplicate(actor, { ...person, raisedBy: flag.raisedById }) !== true) notFound()
  const back = `/people/${personId}`
  return (
    <>
      <PageHeader
        title={t('people.duplicate.title')}
        lead={t('people.duplicate.lead')}
        back={{ href: back, label: t('people.file.title') }}
      />
      <div className="space-y-6">
        <div className="grid gap-6 md:grid-cols-2">
          <RecordCard title={t('people.duplicate.this')} card={found.card} />
          {other ? (
            <RecordCard title={t('people.duplicate.other')} card={other} />
          ) : (
            <Section title={t('people.duplicate.other')}>
              <p className="text-ink-soft">{t('people.duplicate.otherGone')}</p>
            </Section>
          )}
        </div>
        <Section title={t('people.duplicate.reasons')}>
          <ul className="list-disc space-y-1 ps-5">
            {flag.reasons.map((reason) => (
              <li key={reason}>{t(reason)}</li>
            ))}
          </ul>
          <p className="mt-3 text-ink-soft">
            {t('people.duplicate.score', { score: String(flag.score) })}
            {' · '}
            {t('people.duplicate.raised', { name: flag.raisedBy, date: format.shortDate(flag.raisedAt) })}
          </p>
        </Section>
        <ClientMessages locale={locale} rooms={['people.refused']}>
          <PlainForm
            action={decideDuplicate}
            hidden={{ flagId }}
            submit={t('people.duplicate.submit')}
            draft={{ key: `person-duplicate-${flagId}`, secret: actor.draftKey }}
            cancel={{ href: back, label: t('people.form.cancel') }}
          >
            <RadioField
              name="verdict"
              label={t('people.duplicate.verdict')}
              choices={(['different', 'same'] as const).map((value) => ({
                value,
                label: t(value === 'same' ? 'people.duplicate.same' : 'people.duplicate.different'),
                hint: t(value === 'same' ? 'people.duplicate.sameHint' : 'people.duplicate.differentHint'),
              }))}
            />
            <TextAreaField name="reason" label={t('people.duplicate.reason')} maxLength={1000} />
          </PlainForm>
        </ClientMessages>
      </div>
    </>
  )
}
