import { getI18n } from '@/app/i18n'
import { DateField } from '@/components/form/date-field'
import { PlainForm } from '@/components/form/plain-form'
import { TextField } from '@/components/form/text-field'
import { Badge } from '@/components/ui/badge'
import { Bdi, Code } from '@/components/ui/bdi'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Disclosure } from '@/components/ui/disclosure'
import { LinkButton } from '@/components/ui/link-button'
import { Section } from '@/components/ui/section'
import { billStates, instalmentStates, isDue, isInspectedByOther } from '@/lib/communities/projects/domain'
import type { ProjectPage } from '@/lib/communities/projects/queries'
import { baghdadDay } from '@/lib/format'
import { payInstalment } from '../actions'

type Props = { page: ProjectPage; keeps: boolean }
type Line = ProjectPage['lines'][number]

/** The bill of quantities with its sum; to be changed until it is approved. */
export async function BillSection({ page, keeps }: Props) {
  const { t, format } = await getI18n()
  const { project, lines } = page
  const money = (minor: number) => format.money(minor, project.currency)
  const columns: Column<Line>[] = [
    { key: 'item', header: t('projects.bill.item'), cell: (line) => <Bdi>{line.item}</Bdi> },
    {
      key: 'quantity',
      header: t('projects.bill.quantity'),
      align: 'end',
      cell: (line) => (
        <>
          {format.number(line.quantityThousandths / 1000)} <Bdi>{line.unit}</Bdi>
        </>
      ),
    },
    { key: 'price', header: t('projects.bill.price'), align: 'end', cell: (line) => money(line.unitPriceMinor) },
    { key: 'amount', header: t('projects.bill.amount'), align: 'end', cell: (line) => money(line.amountMinor) },
  ]
  const mayChange = keeps && billStates.some((state) => state === project.status)
  return (
    <Section
      id="bill"
      title={t('projects.bill.title')}
      action={
        mayChange && (
          <LinkButton href={`/communities/projects/${project.id}/bill`} variant="secondary" size="sm">
            {t('projects.bill.change')}
          </LinkButton>
        )
      }
    >
      {lines.length === 0 ? (
        <p className="text-ink-soft">{t('projects.bill.none')}</p>
      ) : (
        <>
          <DataTable
            caption={t('projects.bill.title')}
            columns={columns}
            rows={lines}
            rowKey={(line) => String(line.position)}
          />
          <p className="mt-3 flex flex-wrap justify-between gap-2 font-semibold">
            {t('projects.bill.sum')} <span>{money(lines.reduce((sum, line) => sum + line.amountMinor, 0))}</span>
          </p>
        </>
      )}
    </Section>
  )
}

/** What is paid to the contractor as the works go on, and what is due now. */
export async function InstalmentsSection({ page, keeps, actorId }: Props & { actorId: string }) {
  const { t, format } = await getI18n()
  const { project, row, instalments } = page
  if (row.contractValueMinor === null) return null
  const money = (minor: number) => format.money(minor, project.currency)
  const mayChange = keeps && instalmentStates.some((state) => state === project.status)
  const paid = instalments.filter((one) => one.paidOn).reduce((sum, one) => sum + one.amountMinor, 0)
  return (
    <Section
      id="instalments"
      title={t('projects.instalments.title')}
      action={
        mayChange && (
          <LinkButton href={`/communities/projects/${project.id}/instalments`} variant="secondary" size="sm">
            {t('projects.instalments.change')}
          </LinkButton>
        )
      }
    >
      <p className="mb-3 text-ink-soft">
        {t('projects.instalments.paidOf', { paid: money(paid), value: money(row.contractValueMinor) })}
      </p>
      {instalments.length === 0 && <p className="text-ink-soft">{t('projects.instalments.none')}</p>}
      <ol className="divide-y divide-line">
        {instalments.map((one) => (
          <li key={one.id} className="space-y-2 py-3 first:pt-0 last:pb-0">
            <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
              <span className="font-medium">{money(one.amountMinor)}</span>
              {one.paidOn ? (
                <Badge tone="good">{t('projects.instalments.paid')}</Badge>
              ) : isDue(one, row.progress) ? (
                <Badge tone="warning">{t('projects.instalments.due')}</Badge>
              ) : (
                <Badge>{t('projects.instalments.waits')}</Badge>
              )}
            </div>
            <p className="text-sm text-ink-soft">
              {t('projects.instalments.at', { percent: String(one.percent) })}
              {one.paidOn && (
                <>
                  {' · '}
                  {format.shortDate(one.paidOn)} · <Code>{one.paymentReference}</Code>
                </>
              )}
            </p>
            {keeps && isDue(one, row.progress) && !isInspectedByOther(one, page.inspections, actorId) && (
              <p className="text-sm">{t('projects.instalments.anotherPays')}</p>
            )}
            {keeps && isDue(one, row.progress) && isInspectedByOther(one, page.inspections, actorId) && (
              <Disclosure label={t('projects.instalments.pay')}>
                <PlainForm
                  action={payInstalment}
                  hidden={{ projectId: project.id, version: project.version, instalmentId: one.id }}
                  submit={t('projects.instalments.pay')}
                  label={t('projects.instalments.payOf', { number: String(one.number) })}
                  variant="secondary"
                  className="space-y-5"
                >
                  <DateField
                    name="paidOn"
                    label={t('projects.instalments.paidOn')}
                    defaultValue={baghdadDay(new Date())}
                  />
                  <TextField
                    name="paymentReference"
                    maxLength={80}
                    width="half"
                    dir="ltr"
                    label={t('projects.instalments.reference')}
                  />
                </PlainForm>
              </Disclosure>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}
