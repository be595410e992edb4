import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { getRoundForm } from '@/lib/grants/rounds/queries'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { createRound } from '../actions'
import { RoundFields } from '../round-fields'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('rounds.list.new') }
}

export default async function NewRoundPage() {
  const actor = await requireActor()
  if (!may(actor, 'rounds.manage')) notFound()
  const [{ t, locale }, { districts }] = await Promise.all([getI18n(), getRoundForm(actor)])
  return (
    <ClientMessages locale={locale} rooms={['rounds.errors', 'rounds.refused']}>
      <PageHeader title={t('rounds.list.new')} back={{ href: '/grants/rounds', label: t('rounds.list.title') }} />
      <PlainForm
        action={createRound}
        submit={t('rounds.form.create')}
        draft={{ key: 'round-new', secret: actor.draftKey }}
        cancel={{ href: '/grants/rounds', label: t('common.form.cancel') }}
      >
        <RoundFields districts={districts} />
      </PlainForm>
    </ClientMessages>
  )
}
