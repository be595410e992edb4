import type { Metadata } from 'next'
import { getI18n } from '@/app/i18n'
import { Bdi } from '@/components/ui/bdi'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { listAudit } from '@/lib/admin/audit-queries'
import { requireAdmin } from '../require-admin'
import type { SearchParams } from '../users/filters'
import { AuditFilters } from './audit-filters'
import { auditHref, readAuditFilter } from './filters'
import { changesOf, sentenceOf } from './sentence'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('admin.audit.title') }
}

export default async function AuditPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireAdmin('audit.read')
  const [i18n, filter] = await Promise.all([getI18n(), readAuditFilter(searchParams)])
  const page = await listAudit(actor, filter)
  const { t, format } = i18n
  const { after: _after, before: _before, ...filters } = filter
  return (
    <>
      <PageHeader
        title={t('admin.audit.title')}
        back={{ href: '/admin', label: t('admin.start.title') }}
        lead={t('admin.audit.lead')}
      />
      <AuditFilters filter={filters} staff={page.staff} t={t} format={format} />
      {page.rows.length === 0 ? (
        <EmptyState icon="eye" title={t('admin.audit.none')}>
          {t('admin.audit.noneText')}
        </EmptyState>
      ) : (
        <ol
          aria-label={t('admin.audit.title')}
          className="divide-y divide-line rounded-lg border border-line bg-surface"
        >
          {page.rows.map((row) => (
            <li key={row.id} className="grid gap-x-6 gap-y-1 p-4 md:grid-cols-[13rem_1fr]">
              <time dateTime={row.at.toISOString()} className="text-sm text-ink-soft md:pt-0.5">
                {format.dateTime(row.at)}
              </time>
              <div className="min-w-0">
                <p className="font-medium">
                  <Bdi>{sentenceOf(row, i18n)}</Bdi>
                </p>
                {row.actorName === null && row.reason && (
                  <p className="text-sm text-ink-soft">{t('admin.audit.reason', { reason: row.reason })}</p>
                )}
                <dl className="mt-1 text-sm">
                  {changesOf(row, i18n).map(({ key, field, from, to }) => (
                    <div key={key} className="flex flex-wrap gap-x-2">
                      <dt className="text-ink-soft">{t('admin.audit.field', { field })}</dt>
                      <dd className="min-w-0 break-words">
                        {from !== null && (
                          <>
                            <del className="text-ink-soft">
                              <bdi>{from}</bdi>
                            </del>{' '}
                            <span className="sr-only">{t('admin.audit.became')}</span>
                            <Icon name="chevron-right" className="inline size-3.5 text-ink-soft" />{' '}
                          </>
                        )}
                        <ins className="no-underline">
                          <bdi>{to}</bdi>
                        </ins>
                      </dd>
                    </div>
                  ))}
                </dl>
              </div>
            </li>
          ))}
        </ol>
      )}
      <Pagination
        label={t('common.list.pages')}
        previous={
          page.previous
            ? { href: auditHref({ ...filters, before: page.previous }), label: t('admin.audit.newer') }
            : undefined
        }
        next={
          page.next ? { href: auditHref({ ...filters, after: page.next }), label: t('admin.audit.older') } : undefined
        }
      />
    </>
  )
}
