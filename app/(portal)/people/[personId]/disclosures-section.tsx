import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { Badge } from '@/components/ui/badge'
import { Bdi, Code } from '@/components/ui/bdi'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { baghdadDay } from '@/lib/format'
import { inLocale } from '@/lib/i18n/in-locale'
import type { Disclosure } from '@/lib/people/disclosure-queries'
import { disclosureState, isToTell, recipientsToTell } from '@/lib/people/disclosures'
import { releasableFields } from '@/lib/people/domain'
import type { PersonFile } from '@/lib/people/file-queries'
import { tellRecipient } from '../actions'

const channels = ['facility_page', 'phone', 'fhir', 'paper', 'payment_list'] as const
const bases = ['consent', 'emergency', 'contract'] as const
const endings = ['consent_withdrawn', 'expired', 'revoked', 'finished'] as const
const tones = { open: 'info', expired: 'neutral', ended: 'neutral' } as const

/** Every disclosure of this person's data, and after a withdrawal who is still to be told. */
export async function DisclosuresSection({ file, mayEdit }: { file: PersonFile; mayEdit: boolean }) {
  const { t } = await getI18n()
  const toTell = recipientsToTell(file.disclosures)
  return (
    <Section id="disclosures" title={t('disclosures.title')}>
      {toTell.length > 0 && (
        <div className="mb-4">
          <Notice tone="warning" title={t('disclosures.tellTitle')}>
            <p>{t('disclosures.tellText')}</p>
            {mayEdit && <ToTell toTell={toTell} personId={file.person.id} />}
          </Notice>
        </div>
      )}
      <p className="text-ink-soft">{t(file.disclosures.length === 0 ? 'disclosures.empty' : 'disclosures.lead')}</p>
      <ul className="divide-y divide-line">
        {file.disclosures.map((disclosure) => (
          <DisclosureItem key={disclosure.id} disclosure={disclosure} />
        ))}
      </ul>
    </Section>
  )
}

async function ToTell({ toTell, personId }: { toTell: readonly Disclosure[]; personId: string }) {
  const { t, locale } = await getI18n()
  return (
    <ul data-noprint className="space-y-2 pt-2">
      {toTell.map(({ id, recipientEn, recipientAr }) => {
        const recipient = inLocale(locale, { en: recipientEn, ar: recipientAr })
        return (
          <li key={id}>
            <PlainForm
              action={tellRecipient}
              hidden={{ personId, disclosureId: id }}
              submit={t('disclosures.tell', { recipient })}
              variant="secondary"
              label={recipient}
              className=""
            />
          </li>
        )
      })}
    </ul>
  )
}

async function DisclosureItem({ disclosure }: { disclosure: Disclosure }) {
  const { t, locale, format } = await getI18n()
  const { at, madeBy, untilOn, firstReadAt, lastReadAt, endedAt, toldAt, toldBy } = disclosure
  const state = disclosureState(disclosure, baghdadDay(new Date()))
  const channel = channels.find((one) => one === disclosure.channel) ?? 'paper'
  const basis = bases.find((one) => one === disclosure.basis) ?? 'consent'
  const ending = endings.find((one) => one === disclosure.endedBecause)
  const fields = releasableFields.filter((field) => disclosure.fields.includes(field))
  const read = readText()
  const made = madeBy
    ? t('disclosures.made', { date: format.dateTime(at), name: madeBy })
    : t('disclosures.madeAlone', { date: format.dateTime(at) })

  function readText(): string | null {
    if (channel !== 'facility_page' && channel !== 'fhir') return null
    if (!firstReadAt || !lastReadAt) return t('disclosures.neverRead')
    const first = format.dateTime(firstReadAt)
    if (firstReadAt.getTime() === lastReadAt.getTime()) return t('disclosures.readOnce', { first })
    return t('disclosures.read', { first, last: format.dateTime(lastReadAt) })
  }

  return (
    <li className="space-y-1 py-3">
      <p className="flex flex-wrap items-center justify-between gap-2">
        <span className="font-semibold">
          <Bdi>{inLocale(locale, { en: disclosure.recipientEn, ar: disclosure.recipientAr })}</Bdi>
        </span>
        <Badge tone={isToTell(disclosure) ? 'warning' : tones[state]}>
          {t(isToTell(disclosure) ? 'disclosures.toTell' : `disclosures.state.${state}`)}
        </Badge>
      </p>
      <p>{t('disclosures.fields', { fields: format.list(fields.map((field) => t(`referrals.field.${field}`))) })}</p>
      <p className="text-sm text-ink-soft">
        {t('disclosures.how', {
          channel: t(`disclosures.channel.${channel}`),
          basis: t(`disclosures.basis.${basis}`),
        })}
        {disclosure.reference && (
          <>
            {' · '}
            <Code>{disclosure.reference}</Code>
          </>
        )}
        {' · '}
        {made}
        {state !== 'ended' && untilOn && ` · ${t('disclosures.until', { date: format.shortDate(untilOn) })}`}
      </p>
      {read && <p className="text-sm text-ink-soft">{read}</p>}
      {ending && endedAt && (
        <p className="text-sm text-ink-soft">{t(`disclosures.ended.${ending}`, { date: format.dateTime(endedAt) })}</p>
      )}
      {toldAt && (
        <p className="text-sm text-ink-soft">
          {t('disclosures.told', { date: format.dateTime(toldAt), name: toldBy ?? '–' })}
        </p>
      )}
    </li>
  )
}
