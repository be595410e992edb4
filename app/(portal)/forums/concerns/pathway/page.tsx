import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { getPathway } from '@/lib/forums/concerns/queries'
import { AfterLinks } from '../after-links'
import { PathwaySteps } from '../pathway-steps'

type Props = { searchParams: Promise<{ forum?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('concerns.pathway.title') }
}

/** What was chosen is never written down: what to do instead. */
export default async function PathwayPage({ searchParams }: Props) {
  const actor = await requireActor()
  if (!may(actor, 'concerns.read')) notFound()
  const [{ t }, { forum }, steps] = await Promise.all([getI18n(), searchParams, getPathway(actor)])
  return (
    <div className="max-w-2xl">
      <PageHeader title={t('concerns.pathway.title')} back={{ href: '/forums/concerns', label: t('concerns.title') }} />
      <Notice tone="danger" title={t('concerns.pathway.stored')}>
        <PathwaySteps steps={steps} />
      </Notice>
      <AfterLinks forum={forum} />
    </div>
  )
}
