import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { OutboxFlusher } from '@/components/form/outbox-flusher'
import { Rail } from '@/components/shell/rail'
import { TopBar } from '@/components/shell/top-bar'
import { ListKeys } from '@/components/ui/list-keys'
import { requireActor } from '@/lib/auth/session'
import { getI18n } from '../i18n'

/** The shell around every page behind sign-in. It offers what the role may open; each page and the database guard. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const [actor, { locale, t }] = await Promise.all([requireActor(), getI18n()])
  const path = (await headers()).get('x-sanad-path') ?? '/'
  return (
    <div className="flex flex-1 max-md:flex-col">
      <Rail actor={actor} t={t} />
      <div className="flex min-w-0 flex-1 flex-col">
        <TopBar actor={actor} locale={locale} t={t} path={path} />
        <main id="content" tabIndex={-1} className="mx-auto w-full max-w-6xl flex-1 px-4 pt-6 pb-28 sm:px-6 md:pb-12">
          {children}
        </main>
      </div>
      <ListKeys />
      <OutboxFlusher secret={actor.draftKey} />
    </div>
  )
}
