import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { TextAreaField } from '@/components/form/text-area-field'
import { Bdi } from '@/components/ui/bdi'
import { Disclosure } from '@/components/ui/disclosure'
import { LinkButton } from '@/components/ui/link-button'
import { Section } from '@/components/ui/section'
import { isolated } from '@/lib/i18n/isolated'
import type { Clinical } from '@/lib/referrals/form-queries'
import type { ReferralPage } from '@/lib/referrals/queries'
import { addClinicalNote, writeClinical } from '../actions'

type Props = { page: ReferralPage; canRead: boolean; secret: string }

/** The medical facts, opened on purpose since each reading is logged; for everyone else, that they are not theirs. */
export async function ClinicalSection({ page, canRead, secret }: Props) {
  const { t } = await getI18n()
  const { referral, clinical } = page
  return (
    <Section id="medical" title={t('referrals.clinical.title')}>
      {!canRead && <p className="text-ink-soft">{t('referrals.clinical.hidden')}</p>}
      {canRead && !clinical && (
        <>
          <p className="mb-4 text-ink-soft">{t('referrals.clinical.text')}</p>
          <LinkButton href={`/referrals/${referral.id}?medical=1#medical`} variant="secondary">
            {t('referrals.clinical.show')}
          </LinkButton>
        </>
      )}
      {clinical && <Facts clinical={clinical} caseId={referral.id} version={referral.version} secret={secret} />}
    </Section>
  )
}

async function Facts({
  clinical,
  caseId,
  version,
  secret,
}: {
  clinical: Clinical
  caseId: string
  version: number
  secret: string
}) {
  const { t, format } = await getI18n()
  const texts = [
    { key: 'reason', label: t('referrals.clinical.reason'), text: clinical.reason },
    {
      key: 'diagnosis',
      label: t('referrals.clinical.diagnosis'),
      text: clinical.diagnosis || t('referrals.clinical.noDiagnosis'),
    },
    ...(clinical.emergencyReason
      ? [{ key: 'emergency', label: t('referrals.clinical.emergencyReason'), text: clinical.emergencyReason }]
      : []),
  ]
  return (
    <div className="space-y-4">
      {texts.map(({ key, label, text }) => (
        <div key={key}>
          <h3 className="text-ink-soft">{label}</h3>
          <p dir="auto" className="whitespace-pre-line">
            {text}
          </p>
        </div>
      ))}
      <p className="text-sm text-ink-soft">
        {t('referrals.clinical.updated', {
          // Isolated: a name in the other script would turn the date around.
          name: isolated(clinical.updatedBy ?? t('referrals.clinical.byFacility')),
          date: format.dateTime(clinical.updatedAt),
        })}
      </p>
      <Disclosure label={t('referrals.clinical.edit')}>
        <PlainForm
          action={writeClinical}
          hidden={{ caseId, version }}
          submit={t('referrals.clinical.save')}
          variant="secondary"
          draft={{ key: `clinical-${caseId}`, secret }}
        >
          <TextAreaField name="reason" label={t('referrals.clinical.reason')} defaultValue={clinical.reason} />
          <TextAreaField
            name="diagnosis"
            optional
            rows={2}
            label={t('referrals.clinical.diagnosis')}
            defaultValue={clinical.diagnosis}
          />
        </PlainForm>
      </Disclosure>
      <h3 className="font-semibold">{t('referrals.clinical.notes')}</h3>
      {clinical.notes.length === 0 && <p className="text-ink-soft">{t('referrals.clinical.noNotes')}</p>}
      <ul className="space-y-4">
        {clinical.notes.map((note) => (
          <li key={note.id}>
            <p dir="auto" className="rounded-md bg-sunken px-3 py-2 whitespace-pre-line">
              {note.body}
            </p>
            <p className="mt-1 text-sm text-ink-soft">
              <Bdi>{note.author ?? t('referrals.clinical.byFacility')}</Bdi> · {format.dateTime(new Date(note.at))}
            </p>
          </li>
        ))}
      </ul>
      <Disclosure label={t('referrals.clinical.addNote')}>
        <PlainForm
          action={addClinicalNote}
          hidden={{ caseId }}
          submit={t('referrals.clinical.saveNote')}
          variant="secondary"
          draft={{ key: `clinical-note-${caseId}`, secret }}
        >
          <TextAreaField name="body" label={t('referrals.clinical.addNote')} />
        </PlainForm>
      </Disclosure>
    </div>
  )
}
