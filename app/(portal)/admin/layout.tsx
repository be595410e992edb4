import type { ReactNode } from 'react'
import { getI18n } from '@/app/i18n'
import { ClientMessages } from '@/lib/i18n/client-messages'

/** Hands the words of refusals to the forms of these pages. Each page guards itself. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const { locale } = await getI18n()
  return (
    <ClientMessages
      locale={locale}
      rooms={['admin.refused', 'admin.errors', 'admin.handover', 'apiKeys.errors', 'apiKeys.refused', 'apiKeys.secret']}
    >
      {children}
    </ClientMessages>
  )
}
