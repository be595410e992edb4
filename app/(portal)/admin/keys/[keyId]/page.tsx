import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { Bdi, Code } from '@/components/ui/bdi'
import { DetailsList } from '@/components/ui/details-list'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { scopeWords } from '@/lib/admin/keys/policy'
import { getKey } from '@/lib/admin/keys/queries'
import { inLocale } from '@/lib/i18n/in-locale'
import { isId } from '@/lib/ids'
import { requireAdmin } from '../../require-admin'
import type { SearchParams } from '../../users/filters'
import { readCursor } from '../cursor'
import { KeyStateBadge } from '../key-state'
import { Decision } from './decision'
import { Reads } from './reads'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('apiKeys.list.name') }
}

type KeyPageProps = { params: Promise<{ keyId: string }>; searchParams: SearchParams }

export default async function KeyPage({ params, searchParams }: KeyPageProps) {
  const actor = await requireAdmin('api_keys.manage')
  const [i18n, { keyId }, query] = await Promise.all([getI18n(), params, searchParams])
  const row = isId(keyId) ? await getKey(actor, keyId, readCursor(query)) : null
  if (!row) notFound()
  const { t, locale, format } = i18n
  const by = (name: string | null, when: Date | null) =>
    name && when ? <Bdi>{t('apiKeys.page.by', { name, when: format.dateTime(when) })}</Bdi> : null
  return (
    <>
      <PageHeader
        title={<Bdi>{row.name}</Bdi>}
        back={{ href: '/admin/keys', label: t('apiKeys.title') }}
        lead={<Bdi>{inLocale(locale, row.recipient)}</Bdi>}
      />
      <div className="space-y-6">
        <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
          <Section title={t('apiKeys.page.details')}>
            <DetailsList
              items={[
                { term: t('apiKeys.list.state'), value: <KeyStateBadge row={row} t={t} /> },
                {
                  term: t('apiKeys.scopes'),
                  value: format.list(row.scopes.map((scope) => t(`apiKeys.scope.${scopeWords[scope]}`))),
                },
                {
                  term: t('apiKeys.facilities'),
                  value: (
                    <ul className="gap-x-6 sm:columns-2">
                      {row.facilities.map((one) => (
                        <li key={one.id} className="break-inside-avoid pb-1">
                          <Bdi>{inLocale(locale, one)}</Bdi>
                        </li>
                      ))}
                    </ul>
                  ),
                },
                { term: t('apiKeys.expiresOn'), value: format.date(row.expiresAt) },
                { term: t('apiKeys.page.prefix'), value: <Code>{row.prefix}…</Code> },
                { term: t('apiKeys.page.asked'), value: by(row.createdByName, row.createdAt) },
                { term: t('apiKeys.page.agreed'), value: by(row.approvedByName, row.approvedAt) },
                ...(row.revokedAt
                  ? [{ term: t('apiKeys.page.revoked'), value: by(row.revokedByName, row.revokedAt) }]
                  : []),
                {
                  term: t('apiKeys.list.used'),
                  value: row.usedAt ? format.dateTime(row.usedAt) : t('apiKeys.list.never'),
                },
              ]}
            />
          </Section>
          <Decision actor={actor} row={row} i18n={i18n} />
        </div>
        <Reads row={row} i18n={i18n} />
      </div>
    </>
  )
}
