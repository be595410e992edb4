import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { AfterLinks } from '../after-links'

type Props = { searchParams: Promise<{ forum?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('concerns.kept.title') }
}

/** The concern was kept for the focal point; its writer sees it no more. */
export default async function KeptPage({ searchParams }: Props) {
  const actor = await requireActor()
  if (!may(actor, 'concerns.read')) notFound()
  const [{ t }, { forum }] = await Promise.all([getI18n(), searchParams])
  return (
    <div className="max-w-2xl">
      <PageHeader title={t('concerns.kept.title')} back={{ href: '/forums/concerns', label: t('concerns.title') }} />
      <Notice tone="good">
        <p>{t('concerns.kept.text')}</p>
        <p>{t('concerns.kept.more')}</p>
      </Notice>
      <AfterLinks forum={forum} />
    </div>
  )
}
