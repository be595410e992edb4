import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { after } from 'next/server'
import { cache } from 'react'
import { getI18n } from '@/app/i18n'
import { one } from '@/app/query'
import { StatusBadge } from '@/components/case/status-badge'
import { PlainForm } from '@/components/form/plain-form'
import { Code } from '@/components/ui/bdi'
import { buttonClass } from '@/components/ui/button-class'
import { Disclosure } from '@/components/ui/disclosure'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { mostOnPaper } from '@/lib/grants/tranches/lists/export'
import { getReleaseList } from '@/lib/grants/tranches/lists/queries'
import { driveRelease } from '@/lib/grants/tranches/lists/release'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { isId } from '@/lib/ids'
import { dissolveList, startRelease } from '../../actions'
import type { SearchParams } from '../../filters'
import { listTone } from '../tones'
import { ListRows } from './list-rows'
import { ReleaseProgress } from './release-progress'

type Props = { params: Promise<{ listId: string }>; searchParams: SearchParams }

const place = (text: string | undefined) => (text && /^\d{1,6}$/.test(text) ? text : undefined)

const read = cache(async (params: Props['params'], searchParams: SearchParams) => {
  const actor = await requireActor()
  const [{ listId }, query] = await Promise.all([params, searchParams])
  const cursor = { after: place(one(query.after)), before: place(one(query.before)) }
  const found = isId(listId) && may(actor, 'payments.release') ? await getReleaseList(actor, listId, cursor) : null
  return { actor, found }
})

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ t }, { found }] = await Promise.all([getI18n(), read(params, searchParams)])
  return { title: found ? found.list.number : t('common.states.notFoundTitle') }
}

const formats = ['xlsx', 'csv', 'pdf'] as const

export default async function ReleaseListPage({ params, searchParams }: Props) {
  const [{ t, locale, format }, { actor, found }] = await Promise.all([getI18n(), read(params, searchParams)])
  if (!found) notFound()
  const { list, page } = found
  const path = `/payments/lists/${list.id}`
  // Who began it drives it on by opening the page, so that it also goes on after a crash.
  if (list.state === 'releasing' && list.releasingBy === actor.userId) after(() => driveRelease(actor, list.id))
  return (
    <ClientMessages locale={locale} rooms={['payments.refused', 'payments.lists']}>
      <PageHeader
        title={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Code>{list.number}</Code>
            <StatusBadge status={{ label: t(`payments.lists.state.${list.state}`), tone: listTone[list.state] }} />
          </span>
        }
        back={{ href: '/payments/lists', label: t('payments.lists.title') }}
        lead={
          <>
            {t(`payments.channel.${list.channel}`)} · {t('payments.lists.readyRow', { count: list.rows })} ·{' '}
            <Code>{format.money(list.totalMinor, list.currency)}</Code> · <bdi>{list.madeBy}</bdi> ·{' '}
            {format.date(list.madeAt)}
          </>
        }
        action={
          list.state !== 'dissolved' &&
          formats
            .filter((kind) => kind !== 'pdf' || list.rows <= mostOnPaper)
            .map((kind) => (
              <a key={kind} href={`${path}/export?as=${kind}`} className={buttonClass('secondary')}>
                {kind === 'pdf' ? t('payments.lists.print') : kind.toUpperCase()}
              </a>
            ))
        }
      />
      <div className="space-y-6">
        {list.state !== 'dissolved' && list.rows > mostOnPaper && (
          <p className="text-ink-soft">{t('payments.lists.tooLong', { most: mostOnPaper })}</p>
        )}
        {list.state === 'made' && (
          <div className="space-y-3 rounded-lg border-2 border-action bg-surface p-4 sm:p-6">
            <PlainForm action={startRelease} hidden={{ listId: list.id }} submit={t('payments.lists.releaseAll')}>
              <p>{t('payments.lists.releaseText')}</p>
            </PlainForm>
          </div>
        )}
        {list.state === 'releasing' && <ReleaseProgress list={list} isMine={list.releasingBy === actor.userId} />}
        <ListRows list={list} rows={page.rows} />
        <Pagination
          label={t('common.list.pages')}
          previous={
            page.previous ? { href: `${path}?before=${page.previous}`, label: t('common.list.previous') } : undefined
          }
          next={page.next ? { href: `${path}?after=${page.next}`, label: t('common.list.next') } : undefined}
        />
        {list.state === 'made' && (
          <Disclosure label={t('payments.lists.dissolve')}>
            <PlainForm
              action={dissolveList}
              hidden={{ listId: list.id }}
              submit={t('payments.lists.dissolve')}
              variant="danger"
            >
              <p className="text-ink-soft">{t('payments.lists.dissolveText')}</p>
            </PlainForm>
          </Disclosure>
        )}
      </div>
    </ClientMessages>
  )
}
