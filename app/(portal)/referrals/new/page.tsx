import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { PageHeader } from '@/components/ui/page-header'
import { reaches } from '@/lib/auth/actor'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { isId } from '@/lib/ids'
import { getReferralForm } from '@/lib/referrals/form-queries'
import { createReferral } from '../actions'
import { askedOf, hrefWith, type Search } from '../asked'
import { ChoosePerson } from '../choose-person'
import { ReferralForm } from '../referral-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('referrals.form.title') }
}

export default async function NewReferralPage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireActor()
  if (!may(actor, 'referrals.write')) notFound()
  const [{ t }, search] = await Promise.all([getI18n(), searchParams])
  const { person, again } = search
  if (person === undefined) {
    const query = typeof search.q === 'string' ? search.q.trim().slice(0, 120) : ''
    return (
      <>
        <PageHeader title={t('referrals.form.title')} back={{ href: '/referrals', label: t('referrals.title') }} />
        <ChoosePerson actor={actor} query={query} />
      </>
    )
  }
  const asked = askedOf(search)
  const previousId = isId(again) ? again : null
  const { service = 'primary_care', language = 'ar' } = asked
  const form = isId(person)
    ? await getReferralForm(actor, person, { service, language, isFar: asked.isFar }, previousId)
    : null
  if (!form || !reaches(actor, 'referrals.write', form.placed)) notFound()
  const { previous } = form
  const back = previous ? `/referrals/${previous.id}` : `/people/${form.person.id}`
  const kept = { person: form.person.id, again: previous?.id, service, language }
  return (
    <>
      <PageHeader
        title={t(previous ? 'referrals.form.againTitle' : 'referrals.form.title')}
        lead={t('referrals.form.for', { name: form.person.name })}
        back={{ href: back, label: previous?.reference ?? form.person.name }}
      />
      <ReferralForm
        form={form}
        service={service}
        language={language}
        hrefWith={(change) => hrefWith('/referrals/new', { ...kept, ...change })}
        action={createReferral}
        hidden={{ personId: form.person.id, previousCaseId: previous?.id }}
        {...(previous && { values: { priority: previous.priority, transport: previous.transport } })}
        draft={{ key: `referral-new-${form.person.id}`, secret: actor.draftKey }}
        cancelHref={back}
      />
    </>
  )
}
