import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { getRound } from '@/lib/grants/rounds/queries'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { isId } from '@/lib/ids'
import { amendRound, editRound } from '../../actions'
import { RoundFields } from '../../round-fields'
import { RoundRules } from '../round-rules'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('rounds.form.editTitle') }
}

export default async function EditRoundPage({ params }: { params: Promise<{ roundId: string }> }) {
  const actor = await requireActor()
  const [{ t, locale }, { roundId }] = await Promise.all([getI18n(), params])
  const page = may(actor, 'rounds.manage') && isId(roundId) ? await getRound(actor, roundId) : null
  if (!page) notFound()
  const back = `/grants/rounds/${roundId}`
  return (
    <ClientMessages locale={locale} rooms={['rounds.errors', 'rounds.refused']}>
      <PageHeader title={t('rounds.form.editTitle')} back={{ href: back, label: page.round.code }} />
      {page.isUsed && (
        <div className="mb-6 max-w-2xl space-y-4">
          <Notice tone="neutral">{t('rounds.refused.has_applications')}</Notice>
          <RoundRules page={page} />
        </div>
      )}
      <PlainForm
        action={page.isUsed ? amendRound : editRound}
        hidden={{ fundingRoundId: page.round.id, version: page.round.version }}
        submit={t('rounds.form.save')}
        cancel={{ href: back, label: t('common.form.cancel') }}
      >
        <RoundFields districts={page.districts} page={page} />
      </PlainForm>
    </ClientMessages>
  )
}
