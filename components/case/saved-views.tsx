import Link from 'next/link'
import { removeViewAction, saveViewAction } from '@/app/(portal)/views/actions'
import { getI18n } from '@/app/i18n'
import { buttonClass } from '@/components/ui/button-class'
import { Disclosure } from '@/components/ui/disclosure'
import { inputClass } from '@/components/ui/input-class'

type SavedViewsProps = {
  screen: 'grants' | 'people'
  path: string
  views: { id: string; name: string; query: string }[]
  query: string
}

/** The reader's own names for filters: open one, keep the present one, drop one. */
export async function SavedViews({ screen, path, views, query }: SavedViewsProps) {
  const { t } = await getI18n()
  const known = views.find((view) => view.query === query)
  if (views.length === 0 && query === '') return null
  return (
    <div data-noprint className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
      {views.length > 0 && (
        <ul aria-label={t('work.views.title')} className="flex flex-wrap gap-2">
          {views.map((view) => (
            <li key={view.id}>
              <Link
                href={`${path}?${view.query}`}
                prefetch={false}
                aria-current={view === known ? 'page' : undefined}
                className="touch-target inline-flex min-h-8 items-center rounded-full border border-line-strong px-3 aria-[current=page]:border-action aria-[current=page]:bg-action-soft aria-[current=page]:text-action"
              >
                <bdi>{view.name}</bdi>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {known ? (
        <form action={removeViewAction}>
          <input type="hidden" name="viewId" value={known.id} />
          <button type="submit" className={buttonClass('quiet', 'sm')}>
            {t('work.views.remove')}
          </button>
        </form>
      ) : (
        query !== '' && (
          <Disclosure label={t('work.views.keep')}>
            <form action={saveViewAction} className="flex flex-wrap items-end gap-2">
              <input type="hidden" name="screen" value={screen} />
              <input type="hidden" name="query" value={query} />
              <label>
                <span className="mb-1 block">{t('work.views.name')}</span>
                <input name="name" dir="auto" required maxLength={60} className={inputClass} />
              </label>
              <button type="submit" className={buttonClass()}>
                {t('work.views.save')}
              </button>
            </form>
          </Disclosure>
        )
      )}
    </div>
  )
}
