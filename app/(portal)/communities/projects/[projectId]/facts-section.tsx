import { getI18n } from '@/app/i18n'
import { Bdi, Code } from '@/components/ui/bdi'
import { DetailsList } from '@/components/ui/details-list'
import { LinkButton } from '@/components/ui/link-button'
import { Section } from '@/components/ui/section'
import type { ProjectPage } from '@/lib/communities/projects/queries'
import { servedBands } from '@/lib/communities/projects/served'
import { inLocale } from '@/lib/i18n/in-locale'

/** What a project is, by whom it is built and who runs it afterwards. Only what is known is told. */
export async function FactsSection({ page }: { page: ProjectPage }) {
  const { t, locale, format } = await getI18n()
  const { row } = page
  const on = (day: string | Date | null) => day && format.date(day)
  const text = (value: string) => value && <Bdi>{value}</Bdi>
  const items = [
    { term: t('communities.team'), value: inLocale(locale, { en: row.teamEn, ar: row.teamAr }) },
    { term: t('projects.description'), value: text(row.description) },
    { term: t('projects.assessment'), value: text(row.assessment) },
    { term: t('projects.priority'), value: text(row.priority) },
    { term: t('projects.design'), value: text(row.design) },
    {
      term: t('projects.approvedBy'),
      value: row.approvedBy && (
        <>
          <Bdi>{row.approvedBy}</Bdi> · {on(row.approvedAt)}
        </>
      ),
    },
    { term: t('projects.contract.contractor'), value: text(row.contractor) },
    { term: t('projects.contract.number'), value: row.contractNumber && <Code>{row.contractNumber}</Code> },
    {
      term: t('projects.contract.value'),
      value: row.contractValueMinor !== null && format.money(row.contractValueMinor, row.currency),
    },
    { term: t('projects.contract.signedOn'), value: on(row.contractSignedOn) },
    { term: t('projects.contract.endsOn'), value: on(row.worksEndOn) },
    { term: t('projects.handover.on'), value: on(row.handedOverOn) },
    { term: t('projects.handover.operator'), value: text(row.operator) },
    { term: t('projects.handover.maintenance'), value: text(row.maintenance) },
    { term: t('projects.handover.liabilityEndsOn'), value: on(row.liabilityEndsOn) },
    { term: t('projects.result'), value: text(row.result) },
  ]
  return (
    <Section title={t('communities.about')}>
      <DetailsList items={items.filter(({ value }) => Boolean(value))} />
    </Section>
  )
}

/** Whom it serves, by sex and age, and how many of them live with a disability. */
export async function ServedSection({ page, keeps }: { page: ProjectPage; keeps: boolean }) {
  const { t, format } = await getI18n()
  const { project, served } = page
  const sum = (of: (one: ProjectPage['served'][number]) => boolean) =>
    served.filter(of).reduce((all, one) => all + one.count, 0)
  return (
    <Section
      id="served"
      title={t('projects.served.title')}
      action={
        keeps && (
          <LinkButton href={`/communities/projects/${project.id}/served`} variant="secondary" size="sm">
            {t('communities.change')}
          </LinkButton>
        )
      }
    >
      {served.length === 0 ? (
        <p className="text-ink-soft">{t('projects.served.none')}</p>
      ) : (
        <>
          <table className="w-full text-end tabular-nums">
            <caption className="sr-only">{t('projects.served.title')}</caption>
            <thead>
              <tr className="border-b border-line text-sm text-ink-soft">
                <th scope="col" className="py-1.5 text-start font-normal">
                  {t('projects.served.age')}
                </th>
                {(['female', 'male'] as const).map((sex) => (
                  <th key={sex} scope="col" className="py-1.5 font-normal">
                    {t(`people.sex.${sex}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {servedBands.map((band) => (
                <tr key={band} className="border-b border-line">
                  <th scope="row" className="py-1.5 text-start font-normal">
                    <bdi dir="ltr">{band}</bdi>
                  </th>
                  {(['female', 'male'] as const).map((sex) => (
                    <td key={sex}>{format.number(sum((one) => one.sex === sex && one.ageBand === band))}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          <p className="mt-3 font-semibold">
            {t('projects.served.sum', {
              all: sum(() => true),
              disabled: format.number(sum((one) => one.hasDisability)),
            })}
          </p>
        </>
      )}
    </Section>
  )
}
