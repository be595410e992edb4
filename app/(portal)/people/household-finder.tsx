import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { Bdi } from '@/components/ui/bdi'
import { buttonClass } from '@/components/ui/button-class'
import { inputClass } from '@/components/ui/input-class'
import { inLocale } from '@/lib/i18n/in-locale'
import type { PersonRow } from '@/lib/people/person-row'
import { ageText } from './people-table'

type Props = {
  /** The page that this stands on. */
  action: string
  query: string
  found: readonly PersonRow[]
  hrefOf: (personId: string) => string
}

/** Finds a household by any of its members; works without scripts. */
export async function HouseholdFinder({ action, query, found, hrefOf }: Props) {
  const { t, locale } = await getI18n()
  return (
    <div className="max-w-2xl space-y-4">
      <form action={action} method="get" className="flex flex-wrap items-end gap-3">
        <label className="min-w-0 flex-1 basis-60">
          <span className="mb-1 block font-semibold">{t('people.list.query')}</span>
          <input type="search" name="q" defaultValue={query} dir="auto" autoComplete="off" className={inputClass} />
        </label>
        <button type="submit" className={buttonClass('secondary')}>
          {t('people.check.find')}
        </button>
      </form>
      {query && found.length === 0 && <p className="text-ink-soft">{t('people.check.findNone')}</p>}
      {found.length > 0 && (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {found.map((row) => (
            <li key={row.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 p-4">
              <span>
                <span className="block font-semibold">
                  <Bdi>{row.name}</Bdi>
                </span>
                <span className="text-ink-soft">
                  {[t(`people.sex.${row.sex}`), ageText(t, row), inLocale(locale, row.place)].join(' · ')}
                </span>
              </span>
              <Link href={hrefOf(row.id)} prefetch={false} className={buttonClass('secondary', 'sm')}>
                {t('people.check.findChoose')}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
