import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { Badge } from '@/components/ui/badge'
import { Bdi } from '@/components/ui/bdi'
import { Disclosure } from '@/components/ui/disclosure'
import { LinkButton } from '@/components/ui/link-button'
import { Section } from '@/components/ui/section'
import { baghdadDay } from '@/lib/format'
import { inLocale } from '@/lib/i18n/in-locale'
import { consentLanguages, consentMethods, consentPurposes, consentState } from '@/lib/people/domain'
import type { PersonFile } from '@/lib/people/file-queries'
import { withdrawConsent } from '../actions'

type Consent = PersonFile['consents'][number]
/** A version is read from left to right in every language. */
const isolated = (version: string) => `\u2066${version}\u2069`

const tones = { valid: 'good', expired: 'warning', withdrawn: 'neutral' } as const

/** What the person agreed to, and whether it still holds. */
export async function ConsentsSection({ file, mayEdit }: { file: PersonFile; mayEdit: boolean }) {
  const { t } = await getI18n()
  return (
    <Section
      id="consents"
      title={t('people.file.consents')}
      action={
        mayEdit && (
          <LinkButton href={`/people/${file.person.id}/consent`} variant="secondary" size="sm">
            {t('people.file.consentGive')}
          </LinkButton>
        )
      }
    >
      {file.consents.length === 0 && <p className="text-ink-soft">{t('people.file.consentEmpty')}</p>}
      <ul className="divide-y divide-line">
        {file.consents.map((consent) => (
          <ConsentItem key={consent.id} consent={consent} file={file} mayEdit={mayEdit} />
        ))}
      </ul>
    </Section>
  )
}

async function ConsentItem({ consent, file, mayEdit }: { consent: Consent; file: PersonFile; mayEdit: boolean }) {
  const { t, locale, format } = await getI18n()
  const personId = file.person.id
  const given = file.holders.filter((one) => one.consentId === consent.id)
  const holders = [...new Set(given.map((one) => inLocale(locale, { en: one.recipientEn, ar: one.recipientAr })))]
  const today = baghdadDay(new Date())
  const state = consentState(consent, today)
  const others = file.consents.filter((one) => one.id !== consent.id && one.purpose === consent.purpose)
  const isOneOfSome = others.some((one) => consentState(one, today) === 'valid')
  const purpose = consentPurposes.find((one) => one === consent.purpose) ?? 'registration'
  const method = consentMethods.find((one) => one === consent.method) ?? 'signed'
  const language = consentLanguages.find((one) => one === consent.language) ?? 'ar'
  const givenOn = format.shortDate(consent.givenOn)
  const people = [
    consent.guardianName && t('people.file.consentGuardian', { name: consent.guardianName }),
    consent.witnessName && t('people.file.consentWitness', { name: consent.witnessName }),
    consent.recipient && t('people.file.consentRecipient', { name: consent.recipient }),
  ].filter(Boolean)
  return (
    <li className="space-y-1 py-3">
      <p className="flex flex-wrap items-center justify-between gap-2">
        <span className="font-semibold">{t(`people.purpose.${purpose}`)}</span>
        <Badge tone={tones[state]}>{t(`people.file.consentState.${state}`)}</Badge>
      </p>
      <p>
        {consent.withdrawnOn
          ? t('people.file.consentWithdrawn', { given: givenOn, withdrawn: format.shortDate(consent.withdrawnOn) })
          : t('people.file.consentUntil', { given: givenOn, until: format.shortDate(consent.expiresOn) })}
      </p>
      <p className="text-sm text-ink-soft">
        {t('people.file.consentHow', {
          method: t(`people.method.${method}`),
          version: isolated(consent.textVersion),
          language: t(`people.language.${language}`),
          name: consent.recordedBy,
        })}
      </p>
      {people.length > 0 && <p className="text-sm text-ink-soft">{people.join(' · ')}</p>}
      {mayEdit && state === 'valid' && (
        <div data-noprint className="pt-1">
          <Disclosure label={t('people.file.withdraw')}>
            <PlainForm
              action={withdrawConsent}
              hidden={{ personId, consentId: consent.id }}
              submit={t('people.file.withdrawSubmit')}
              variant="danger"
              label={t('people.file.withdraw')}
            >
              <p>{t('people.file.withdrawText')}</p>
              <p>{t(holders.length > 0 ? 'disclosures.beforeWithdraw' : 'disclosures.nothingGiven')}</p>
              {holders.length > 0 && (
                <ul className="list-disc ps-5">
                  {holders.map((holder) => (
                    <li key={holder}>
                      <Bdi>{holder}</Bdi>
                    </li>
                  ))}
                </ul>
              )}
              {isOneOfSome && <p>{t('disclosures.otherHolds')}</p>}
            </PlainForm>
          </Disclosure>
        </div>
      )}
    </li>
  )
}
