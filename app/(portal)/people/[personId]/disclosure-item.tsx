import { getI18n } from '@/app/i18n'
import { Badge } from '@/components/ui/badge'
import { Bdi, Code } from '@/components/ui/bdi'
import { baghdadDay } from '@/lib/format'
import { inLocale } from '@/lib/i18n/in-locale'
import type { Disclosure } from '@/lib/people/disclosure-queries'
import { disclosedFields, disclosureState, isToTell } from '@/lib/people/disclosures'

const channels = ['facility_page', 'phone', 'fhir', 'paper', 'payment_list'] as const
const bases = ['consent', 'emergency', 'contract'] as const
const endings = ['consent_withdrawn', 'expired', 'revoked', 'finished'] as const
const tones = { open: 'info', expired: 'neutral', ended: 'neutral' } as const

/** One disclosure: who got what of this person, how, why, when and until. */
export async function DisclosureItem({ disclosure }: { disclosure: Disclosure }) {
  const { t, locale, format } = await getI18n()
  const { at, madeBy, untilOn, firstReadAt, lastReadAt, endedAt, toldAt, toldBy } = disclosure
  const state = disclosureState(disclosure, baghdadDay(new Date()))
  const channel = channels.find((one) => one === disclosure.channel) ?? 'paper'
  const basis = bases.find((one) => one === disclosure.basis) ?? 'consent'
  const ending = endings.find((one) => one === disclosure.endedBecause)
  const fields = disclosedFields.filter((field) => disclosure.fields.includes(field))
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
      <p>
        {t('disclosures.fields', {
          fields: format.list(
            fields.map((field) =>
              field === 'account' || field === 'amount'
                ? t(`disclosures.field.${field}`)
                : t(`referrals.field.${field}`),
            ),
          ),
        })}
      </p>
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
