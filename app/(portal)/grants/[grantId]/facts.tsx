import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { Bdi, Code } from '@/components/ui/bdi'
import { DetailsList } from '@/components/ui/details-list'
import { Section } from '@/components/ui/section'
import type { DecisionCard } from '@/lib/grants/decision-card'
import { inLocale } from '@/lib/i18n/in-locale'

const oneOf = <T extends string>(list: readonly T[], value: string): T | undefined =>
  list.find((entry) => entry === value)

/** Who asks, for what, and how the household lives. */
export async function GrantFacts({ card }: { card: DecisionCard }) {
  const { t, locale, format } = await getI18n()
  const { request } = card
  const name = [request.givenName, request.fatherName, request.grandfatherName, request.familyName]
    .filter(Boolean)
    .join(' ')
  const form = oneOf(['cash', 'in_kind'], request.form)
  const kind = oneOf(['new', 'existing'], request.businessKind)
  const displacement = oneOf(
    ['idp_in_camp', 'idp_out_of_camp', 'returnee', 'host_community', 'refugee_asylum_seeker', 'other'],
    request.displacement ?? '',
  )
  return (
    <Section title={t('grants.facts.request')}>
      <DetailsList
        columns={2}
        items={[
          {
            term: t('grants.facts.applicant'),
            value: (
              <Link href={`/people/${request.personId}`} prefetch={false} className="text-action underline">
                <Bdi>{name}</Bdi>
              </Link>
            ),
          },
          { term: t('grants.facts.amount'), value: <Code>{format.money(request.amountMinor, request.currency)}</Code> },
          { term: t('grants.facts.form'), value: form && t(`grants.form.form.${form}`) },
          { term: t('grants.facts.sector'), value: inLocale(locale, { en: request.sectorEn, ar: request.sectorAr }) },
          {
            term: t('grants.facts.business'),
            value: (
              <>
                <Bdi>{request.businessName}</Bdi> {kind && <>({t(`grants.form.businessKinds.${kind}`)})</>}
              </>
            ),
          },
          { term: t('grants.facts.experience'), value: t('grants.facts.years', { count: request.yearsOfExperience }) },
          { term: t('grants.facts.household'), value: t('grants.facts.members', { count: request.householdSize }) },
          { term: t('grants.facts.dependants'), value: format.number(request.dependants) },
          { term: t('grants.facts.income'), value: <Code>{format.money(request.monthlyIncomeMinor, 'IQD')}</Code> },
          {
            term: t('grants.facts.displacement'),
            value: displacement && t(`people.status.${displacement}`),
          },
          { term: t('grants.facts.round'), value: <Code>{request.roundCode}</Code> },
          {
            term: t('grants.facts.submitted'),
            value: request.submittedOn ? (
              <>
                <Bdi>{request.submittedBy}</Bdi> · {format.shortDate(request.submittedOn)}
              </>
            ) : (
              t('grants.facts.notYet')
            ),
          },
        ]}
      />
      <p className="mt-4 text-ink-soft">{t('grants.facts.purpose')}</p>
      <p dir="auto" className="whitespace-pre-line">
        {request.purpose}
      </p>
    </Section>
  )
}
