import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { DateField } from '@/components/form/date-field'
import { PlainForm } from '@/components/form/plain-form'
import { RadioField } from '@/components/form/radio-field'
import { SelectField } from '@/components/form/select-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { Badge } from '@/components/ui/badge'
import { Bdi } from '@/components/ui/bdi'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { getStandIns, type StandIns } from '@/lib/standing/queries'
import { delegable } from '@/lib/standing/schemas'
import { arrangeStandIn, endStandIn } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('standing.title') }
}

/** While someone is away, a colleague who decides too does it for them, for named days. */
export default async function StandingInPage() {
  const actor = await requireActor()
  if (!may(actor, 'standing_in.arrange')) notFound()
  const [{ t, locale }, { given, received, colleagues }] = await Promise.all([getI18n(), getStandIns(actor)])
  const mine = delegable.filter((permission) => may(actor, permission))
  return (
    <>
      <PageHeader
        title={t('standing.title')}
        back={{ href: '/account', label: t('auth.account.title') }}
        lead={t('standing.lead')}
      />
      <ClientMessages locale={locale} rooms={['standing.refused', 'standing.errors']}>
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <Section title={t('standing.arrange')}>
            <PlainForm action={arrangeStandIn} submit={t('standing.save')}>
              <SelectField
                name="toUserId"
                label={t('standing.colleague')}
                choices={colleagues.map((one) => ({ value: one.id, label: one.name }))}
              />
              <RadioField
                name="permission"
                label={t('standing.right')}
                defaultValue={mine.length === 1 ? mine[0] : undefined}
                choices={mine.map((value) => ({ value, label: t(`standing.rights.${value}`) }))}
              />
              <DateField name="fromOn" label={t('standing.from')} />
              <DateField name="toOn" label={t('standing.to')} />
              <TextAreaField name="reason" rows={2} label={t('standing.reason')} />
            </PlainForm>
          </Section>
          <div className="space-y-6">
            <Section title={t('standing.given')}>
              <List rows={given} none={t('standing.noneGiven')} mayEnd />
            </Section>
            <Section title={t('standing.received')}>
              <List rows={received} none={t('standing.noneReceived')} />
            </Section>
          </div>
        </div>
      </ClientMessages>
    </>
  )
}

async function List({ rows, none, mayEnd }: { rows: StandIns['given']; none: string; mayEnd?: boolean }) {
  const { t, format } = await getI18n()
  if (rows.length === 0) return <p className="text-ink-soft">{none}</p>
  return (
    <ul className="divide-y divide-line">
      {rows.map((row) => {
        const permission = delegable.find((entry) => entry === row.permission) ?? delegable[0]
        return (
          <li key={row.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
            <div>
              <p className="font-medium">
                <Bdi>{row.name}</Bdi> {row.isOver && <Badge tone="neutral">{t('standing.over')}</Badge>}
              </p>
              <p className="text-sm text-ink-soft">
                {t(`standing.rights.${permission}`)} ·{' '}
                {t('standing.days', { from: format.shortDate(row.fromOn), to: format.shortDate(row.toOn) })}
              </p>
              <p dir="auto" className="text-sm">
                {row.reason}
              </p>
            </div>
            {mayEnd && !row.isOver && (
              <PlainForm
                action={endStandIn}
                hidden={{ delegationId: row.id }}
                submit={t('standing.end')}
                variant="secondary"
                className=""
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}
