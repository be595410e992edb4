import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth/session'
import { roundChoices, sectorChoices, typedAmount } from '@/lib/grants/form-choices'
import { canPrepare } from '@/lib/grants/policy'
import { getGrantToEdit } from '@/lib/grants/queries'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { isId } from '@/lib/ids'
import { ApplicationForm } from '../../application-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('grants.form.editTitle') }
}

export default async function EditGrantPage({ params }: { params: Promise<{ grantId: string }> }) {
  const actor = await requireActor()
  const [{ t, locale, format }, { grantId }] = await Promise.all([getI18n(), params])
  const found = isId(grantId) ? await getGrantToEdit(actor, grantId) : null
  if (!found || canPrepare(actor, found.grant) !== true || !['draft', 'returned'].includes(found.grant.status))
    notFound()
  const { grant, request } = found
  const back = `/grants/${grant.id}`
  return (
    <>
      <PageHeader title={t('grants.form.editTitle')} back={{ href: back, label: grant.reference }} />
      <ClientMessages locale={locale} rooms={['grants.form', 'grants.errors']}>
        <ApplicationForm
          about={{ caseId: grant.id, version: grant.version }}
          rounds={roundChoices(found.rounds, locale, format)}
          sectors={sectorChoices(found.sectors, locale)}
          values={{
            fundingRoundId: grant.fundingRoundId,
            form: request.form,
            amount: typedAmount(request.amountMinor, request.currency),
            sector: request.sector,
            businessKind: request.businessKind,
            businessName: request.businessName,
            purpose: request.purpose,
            monthlyIncome: typedAmount(request.monthlyIncomeMinor, 'IQD'),
            dependants: request.dependants,
            yearsOfExperience: request.yearsOfExperience,
          }}
          draft={{ key: `grant-${grant.id}`, secret: actor.draftKey }}
          cancelHref={back}
        />
      </ClientMessages>
    </>
  )
}
