import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { MoneyField } from '@/components/form/money-field'
import { PlainForm } from '@/components/form/plain-form'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth/session'
import { canPropose } from '@/lib/grants/budgets/policy'
import { listBudgets } from '@/lib/grants/budgets/queries'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { inLocale } from '@/lib/i18n/in-locale'
import { proposeLine } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('budgets.line.new') }
}

export default async function NewLinePage({ searchParams }: { searchParams: Promise<{ source?: string | string[] }> }) {
  const actor = await requireActor()
  if (!canPropose(actor)) notFound()
  const [{ t, locale, format }, { sources }, { source: wanted }] = await Promise.all([
    getI18n(),
    listBudgets(actor),
    searchParams,
  ])
  const source = sources.find((one) => one.id === wanted)
  if (!source) notFound()
  const given = source.lines.reduce((sum, line) => sum + line.allocatedMinor, 0)
  return (
    <ClientMessages locale={locale} rooms={['budgets.refused', 'budgets.errors']}>
      <PageHeader
        title={t('budgets.line.new')}
        back={{ href: '/budgets', label: t('budgets.title') }}
        lead={t('budgets.line.newLead', {
          donor: inLocale(locale, source.donor),
          left: format.money(source.amountMinor - given, source.currency),
        })}
      />
      <PlainForm
        action={proposeLine}
        hidden={{ sourceId: source.id, currency: source.currency }}
        submit={t('budgets.propose')}
        draft={{ key: `new-line-${source.id}`, secret: actor.draftKey }}
        cancel={{ href: '/budgets', label: t('common.form.cancel') }}
      >
        <TextField
          name="code"
          label={t('budgets.field.code')}
          hint={t('budgets.field.codeHint')}
          width="short"
          dir="ltr"
        />
        <TextField name="nameEn" label={t('budgets.field.nameEn')} width="half" />
        <TextField name="nameAr" label={t('budgets.field.nameAr')} width="half" />
        <MoneyField name="amount" currency={source.currency} label={t('budgets.field.amount')} />
        <TextAreaField name="reason" rows={2} label={t('budgets.reason')} />
      </PlainForm>
    </ClientMessages>
  )
}
