import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { StatusBadge } from '@/components/case/status-badge'
import { Bdi } from '@/components/ui/bdi'
import { LinkButton } from '@/components/ui/link-button'
import { Section } from '@/components/ui/section'
import { toneOf as toneOfAction } from '@/lib/forums/actions/tones'
import { toneOf as toneOfConcern } from '@/lib/forums/concerns/tones'
import type { SessionPage } from '@/lib/forums/sessions/queries'

type Row = { id: string; href: string; title: string; status: { label: string; tone: (typeof toneOfAction)['open'] } }

function Rows({ rows, none }: { rows: readonly Row[]; none: string }) {
  if (rows.length === 0) return <p className="text-ink-soft">{none}</p>
  return (
    <ul className="divide-y divide-line">
      {rows.map((row) => (
        <li key={row.id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 py-2.5">
          <Link href={row.href} prefetch={false} className="touch-target min-w-0 text-action underline">
            <Bdi>{row.title}</Bdi>
          </Link>
          <StatusBadge status={row.status} />
        </li>
      ))}
    </ul>
  )
}

/** What was raised in the session, and what was agreed; the place to write down more of both. */
export async function OutcomeSections({ page, canAdd }: { page: SessionPage; canAdd: boolean }) {
  const { t } = await getI18n()
  const { forum, session, raised, agreed } = page
  const with_ = `forum=${forum.id}&session=${session.id}`
  const add = (href: string, label: string) =>
    canAdd && (
      <LinkButton href={href} variant="secondary" size="sm">
        {label}
      </LinkButton>
    )
  return (
    <>
      <Section
        id="raised"
        title={t('forums.sessions.raised')}
        action={add(`/forums/concerns/new?${with_}`, t('concerns.list.new'))}
      >
        <Rows
          none={t('forums.sessions.noneRaised')}
          rows={raised.map((row) => ({
            id: row.id,
            href: `/forums/concerns/${row.id}`,
            title: row.summary,
            status: { label: t(`concerns.status.${row.status}`), tone: toneOfConcern[row.status] },
          }))}
        />
      </Section>
      <Section
        id="agreed"
        title={t('forums.sessions.agreed')}
        action={add(`/forums/actions/new?${with_}`, t('concerns.actions.new'))}
      >
        <Rows
          none={t('concerns.actions.none')}
          rows={agreed.map((row) => ({
            id: row.id,
            href: `/forums/actions/${row.id}`,
            title: row.title,
            status: { label: t(`concerns.actions.status.${row.status}`), tone: toneOfAction[row.status] },
          }))}
        />
      </Section>
    </>
  )
}
