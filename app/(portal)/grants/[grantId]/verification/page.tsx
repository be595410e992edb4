import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth/session'
import { getPlan } from '@/lib/grants/plan-query'
import { canVerify } from '@/lib/grants/policy'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { isId } from '@/lib/ids'
import { VerificationForm } from './verification-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('grants.verification.title') }
}

export default async function VerificationPage({ params }: { params: Promise<{ grantId: string }> }) {
  const actor = await requireActor()
  const [{ t, locale }, { grantId }] = await Promise.all([getI18n(), params])
  const found = isId(grantId) ? await getPlan(actor, grantId) : null
  if (!found || canVerify(actor, found.grant) !== true || found.grant.status !== 'verification') notFound()
  const { grant } = found
  return (
    <>
      <PageHeader
        title={t('grants.verification.title')}
        back={{ href: `/grants/${grant.id}`, label: grant.reference }}
      />
      <ClientMessages locale={locale} rooms={['grants.verification', 'grants.form.cancel']}>
        <VerificationForm
          caseId={grant.id}
          version={grant.version}
          draft={{ key: `grant-visit-${grant.id}`, secret: actor.draftKey }}
        />
      </ClientMessages>
    </>
  )
}
