import type { Metadata } from 'next'
import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { Bdi, Code } from '@/components/ui/bdi'
import { buttonClass } from '@/components/ui/button-class'
import { EmptyState } from '@/components/ui/empty-state'
import { inputClass } from '@/components/ui/input-class'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth/session'
import { inLocale } from '@/lib/i18n/in-locale'
import { search } from '@/lib/people/search-queries'
import { PeopleTable } from '../people/people-table'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('people.search.title') }
}

type Hit = { id: string; reference: string; path: string; name: string }
type Props = { searchParams: Promise<{ q?: string | string[] }> }

export default async function SearchPage({ searchParams }: Props) {
  const actor = await requireActor()
  const [{ t, locale }, { q }] = await Promise.all([getI18n(), searchParams])
  const query = String(Array.isArray(q) ? q[0] : (q ?? ''))
    .trim()
    .slice(0, 120)
  const { people, cases, records } = query ? await search(actor, query) : { people: [], cases: [], records: [] }
  return (
    <>
      <PageHeader title={query ? t('people.search.titleFor', { query }) : t('people.search.title')} />
      <form action="/search" method="get" className="mb-6 flex max-w-2xl flex-wrap items-end gap-3">
        <label className="min-w-0 flex-1 basis-60">
          <span className="mb-1 block text-sm font-medium">{t('people.search.label')}</span>
          <input type="search" name="q" defaultValue={query} dir="auto" autoComplete="off" className={inputClass} />
        </label>
        <button type="submit" className={buttonClass('secondary')}>
          {t('people.search.go')}
        </button>
      </form>
      <Hits
        title={t('people.search.cases')}
        hits={[...cases, ...records.map((record) => ({ ...record, name: inLocale(locale, record.name) }))]}
      />
      {people.length > 0 && (
        <section>
          <h2 className="mb-3 text-lg font-semibold">{t('people.search.people')}</h2>
          <PeopleTable rows={people} caption={t('people.search.people')} />
        </section>
      )}
      {people.length + cases.length + records.length === 0 && (
        <EmptyState icon="search" title={query ? t('people.search.none', { query }) : t('people.search.start')}>
          {t(query ? 'people.search.noneText' : 'people.search.startText')}
        </EmptyState>
      )}
    </>
  )
}

function Hits({ title, hits }: { title: string; hits: readonly Hit[] }) {
  if (hits.length === 0) return null
  return (
    <section className="mb-8">
      <h2 className="mb-3 text-lg font-semibold">{title}</h2>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
        {hits.map((hit) => (
          <li
            key={hit.id}
            className="relative flex flex-wrap items-baseline gap-x-4 gap-y-1 p-4 hover:bg-action-soft/60"
          >
            <Link
              href={`${hit.path}/${hit.id}`}
              prefetch={false}
              data-row-link
              className="font-semibold text-action after:absolute after:inset-0 hover:underline"
            >
              <Code>{hit.reference}</Code>
            </Link>
            <Bdi>{hit.name}</Bdi>
          </li>
        ))}
      </ul>
    </section>
  )
}
