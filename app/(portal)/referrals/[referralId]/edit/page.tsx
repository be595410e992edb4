import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth/session'
import { isId } from '@/lib/ids'
import { getReferralToEdit } from '@/lib/referrals/form-queries'
import { canPrepare } from '@/lib/referrals/policy'
import { editReferral } from '../../actions'
import { askedOf, hrefWith, type Search } from '../../asked'
import { ReferralForm } from '../../referral-form'

type Props = { params: Promise<{ referralId: string }>; searchParams: Promise<Search> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('referrals.form.editTitle') }
}

export default async function EditReferralPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const [{ t }, { referralId }, search] = await Promise.all([getI18n(), params, searchParams])
  const asked = askedOf(search)
  const form = isId(referralId) ? await getReferralToEdit(actor, referralId, asked) : null
  if (form?.referral.status !== 'draft' || canPrepare(actor, form.referral) !== true) notFound()
  const { referral, clinical } = form
  const path = `/referrals/${referral.id}`
  const { service = referral.service, language = 'ar' } = asked
  return (
    <>
      <PageHeader
        title={t('referrals.form.editTitle')}
        lead={t('referrals.form.for', { name: form.person.name })}
        back={{ href: path, label: referral.reference }}
      />
      <ReferralForm
        form={form}
        service={service}
        language={language}
        hrefWith={(change) => hrefWith(`${path}/edit`, { service, language, ...change })}
        action={editReferral}
        hidden={{ caseId: referral.id, version: referral.version }}
        values={{
          priority: referral.priority,
          facilityId: referral.facilityId,
          transport: referral.transport,
          reason: clinical?.reason ?? '',
          diagnosis: clinical?.diagnosis ?? '',
          consent: clinical?.emergencyReason ? 'emergency' : null,
          emergencyReason: clinical?.emergencyReason ?? '',
        }}
        draft={{ key: `referral-${referral.id}`, secret: actor.draftKey }}
        cancelHref={path}
      />
    </>
  )
}
