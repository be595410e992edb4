import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { Bdi, Code } from '@/components/ui/bdi'
import { DetailsList } from '@/components/ui/details-list'
import { Section } from '@/components/ui/section'
import { inLocale } from '@/lib/i18n/in-locale'
import { helpedAnswers, outcomes, rejectReasons, transportSupports } from '@/lib/referrals/domain'
import type { ReferralPage } from '@/lib/referrals/queries'

const oneOf = <T extends string>(list: readonly T[], value: string | null): T | undefined =>
  list.find((entry) => entry === value)

const caseLink = (id: string | null, reference: string | null) =>
  id && (
    <Link href={`/referrals/${id}`} prefetch={false} className="text-action underline">
      <Code>{reference}</Code>
    </Link>
  )

/** Who is referred where, by which consent, and what became of it; nothing medical. */
export async function ReferralFacts({ page, name }: { page: ReferralPage; name: string }) {
  const { t, locale, format } = await getI18n()
  const { referral, facts } = page
  const outcome = oneOf(outcomes, facts.outcome)
  const rejectReason = oneOf(rejectReasons, facts.reject_reason)
  const helped = oneOf(helpedAnswers, facts.helped)
  const transport = oneOf(transportSupports, referral.transport)
  const rows = [
    {
      term: t('referrals.list.person'),
      value: (
        <Link href={`/people/${referral.personId}`} prefetch={false} className="text-action underline">
          <Bdi>{name}</Bdi>
        </Link>
      ),
    },
    { term: t('referrals.facts.service'), value: t(`referrals.service.${referral.service}`) },
    {
      term: t('referrals.facts.facility'),
      value: <Bdi>{inLocale(locale, { en: facts.facility_en, ar: facts.facility_ar })}</Bdi>,
    },
    { term: t('referrals.facts.priority'), value: t(`referrals.priority.${referral.priority}`) },
    ...(facts.focal_name ? [{ term: t('referrals.facts.focal'), value: <Bdi>{facts.focal_name}</Bdi> }] : []),
    ...(facts.focal_phone ? [{ term: t('referrals.facts.phone'), value: <Code>{facts.focal_phone}</Code> }] : []),
    { term: t('referrals.facts.transport'), value: transport && t(`referrals.transport.${transport}`) },
    {
      term: t('referrals.facts.requested'),
      value: referral.requestedAt && format.dateTime(referral.requestedAt),
    },
    ...(referral.appointmentAt
      ? [{ term: t('referrals.facts.appointment'), value: format.dateTime(referral.appointmentAt) }]
      : []),
    ...(facts.attended_at
      ? [{ term: t('referrals.facts.attended'), value: format.dateTime(new Date(facts.attended_at)) }]
      : []),
    ...(facts.missed_count > 0
      ? [{ term: t('referrals.facts.missed'), value: format.number(facts.missed_count) }]
      : []),
    ...(outcome ? [{ term: t('referrals.facts.outcome'), value: t(`referrals.outcome.${outcome}`) }] : []),
    ...(rejectReason
      ? [{ term: t('referrals.facts.rejectReason'), value: t(`referrals.rejectReason.${rejectReason}`) }]
      : []),
    ...(helped
      ? [
          {
            term: t('referrals.facts.feedback'),
            value: [
              t(`referrals.helped.${helped}`),
              facts.satisfaction && t('referrals.facts.satisfaction', { stars: facts.satisfaction }),
            ]
              .filter(Boolean)
              .join(' · '),
          },
        ]
      : []),
    {
      term: referral.consentId ? t('referrals.facts.released') : t('referrals.facts.consent'),
      value: referral.consentId
        ? format.list(facts.released.map((field) => t(`referrals.field.${field}`)))
        : t('referrals.facts.withoutConsent'),
    },
    ...(referral.previousCaseId
      ? [{ term: t('referrals.facts.previous'), value: caseLink(referral.previousCaseId, facts.previous_reference) }]
      : []),
    ...(facts.next_id
      ? [{ term: t('referrals.facts.next'), value: caseLink(facts.next_id, facts.next_reference) }]
      : []),
  ]
  return (
    <Section title={t('referrals.facts.title')}>
      <DetailsList columns={2} items={rows} />
    </Section>
  )
}
