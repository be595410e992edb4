import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { Bdi } from '@/components/ui/bdi'
import { buttonClass } from '@/components/ui/button-class'
import { inputClass } from '@/components/ui/input-class'
import { LinkButton } from '@/components/ui/link-button'
import type { Actor } from '@/lib/auth/actor'
import { inLocale } from '@/lib/i18n/in-locale'
import { canRegister } from '@/lib/people/policy'
import { search } from '@/lib/people/search-queries'
import { ageText } from '../people/people-table'

/** A referral from scratch begins with who it is for: found as it is typed, or registered first. */
export async function ChoosePerson({ actor, query }: { actor: Actor; query: string }) {
  const { t, locale } = await getI18n()
  const { people } = query ? await search(actor, query) : { people: [] }
  return (
    <div className="max-w-2xl space-y-6">
      <form action="/referrals/new" method="get" className="flex flex-wrap items-end gap-3">
        <label className="min-w-0 flex-1 basis-60">
          <span className="block font-semibold">{t('referrals.form.choosePerson')}</span>
          <span className="mb-1 block text-sm text-ink-soft">{t('referrals.form.choosePersonText')}</span>
          <input type="search" name="q" defaultValue={query} dir="auto" autoComplete="off" className={inputClass} />
        </label>
        <button type="submit" className={buttonClass('primary')}>
          {t('referrals.form.search')}
        </button>
      </form>
      {people.length > 0 && (
        <ul
          aria-label={t('referrals.form.found')}
          className="divide-y divide-line rounded-lg border border-line bg-surface"
        >
          {people.map((person) => (
            <li key={person.id} className="relative flex flex-wrap items-center justify-between gap-x-4 gap-y-1 p-4">
              <div className="min-w-0">
                <p className="font-medium">
                  <Bdi>{person.name}</Bdi>
                </p>
                <p className="text-sm text-ink-soft">
                  {[t(`people.sex.${person.sex}`), ageText(t, person), inLocale(locale, person.place)].join(' · ')}
                </p>
              </div>
              <Link
                href={`/referrals/new?person=${person.id}`}
                prefetch={false}
                className="touch-target font-semibold text-action after:absolute after:inset-0 hover:underline"
              >
                {t('referrals.form.refer')}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {query && people.length === 0 && <p>{t('referrals.form.nobodyFound')}</p>}
      {canRegister(actor) && (
        <LinkButton href="/people/new" variant="secondary">
          {t('referrals.form.register')}
        </LinkButton>
      )}
    </div>
  )
}
