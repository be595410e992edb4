import type { Metadata } from 'next'
import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { Icon, type IconName } from '@/components/ui/icon'
import { PageHeader } from '@/components/ui/page-header'
import { wordLists } from '@/lib/admin/domain'
import { listWaitingRoles } from '@/lib/admin/user-queries'
import { requireAdmin } from './require-admin'
import { WaitingRoles } from './waiting-roles'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('admin.start.title') }
}

const parts = [
  ['users', 'users'],
  ['teams', 'user-round'],
  ['limits', 'shield-check'],
  ['places', 'map-pin'],
  ['boundaries', 'map-pin'],
  ['sectors', 'list-checks'],
  ['complaints', 'stethoscope'],
  ['pathway', 'shield-check'],
  ['keys', 'lock'],
  ['audit', 'eye'],
] as const satisfies readonly (readonly [string, IconName])[]

/** Boundaries are loaded where the maps are; word lists share a page. */
function hrefOf(part: (typeof parts)[number][0]): string {
  if (part === 'boundaries') return '/communities/displacement/boundaries'
  return wordLists.some((list) => list === part) ? `/admin/lists/${part}` : `/admin/${part}`
}

export default async function AdminPage() {
  const actor = await requireAdmin('users.manage')
  const [{ t, format }, waiting] = await Promise.all([getI18n(), listWaitingRoles(actor)])
  return (
    <>
      <PageHeader title={t('admin.start.title')} lead={t('admin.start.lead')} />
      <div className="space-y-8">
        <WaitingRoles actor={actor} waiting={waiting} t={t} format={format} />
        <nav aria-label={t('admin.start.parts')}>
          <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
            {parts.map(([part, icon]) => (
              <li key={part}>
                <Link
                  href={hrefOf(part)}
                  prefetch={false}
                  className="flex h-full gap-4 rounded-lg border border-line bg-surface p-4 hover:border-action sm:p-5"
                >
                  <span className="h-fit rounded-md bg-action-soft p-2 text-action">
                    <Icon name={icon} />
                  </span>
                  <span className="min-w-0">
                    <span className="block font-semibold text-action">{t(`admin.start.part.${part}`)}</span>
                    <span className="block text-sm text-ink-soft">{t(`admin.start.text.${part}`)}</span>
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </>
  )
}
