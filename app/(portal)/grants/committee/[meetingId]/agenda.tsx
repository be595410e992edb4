import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { Badge } from '@/components/ui/badge'
import { Bdi, Code } from '@/components/ui/bdi'
import type { AgendaRow, getMeeting } from '@/lib/grants/committee/meeting-queries'
import { outcomeTone, pointsOf } from '../tones'

type AgendaProps = { page: NonNullable<Awaited<ReturnType<typeof getMeeting>>> }

/** What is before the meeting: how far each application is, and what is this member's to do. */
export async function Agenda({ page: { meeting, members, agenda, isMember } }: AgendaProps) {
  const { t, format } = await getI18n()
  if (agenda.length === 0) return <p className="text-ink-soft">{t('committee.meeting.nothing')}</p>
  const isMine = (row: AgendaRow) =>
    isMember && meeting.state === 'open' && row.outcome === null && row.status === 'committee_review' && !row.i_scored
  // What is mine to score first, then what still waits for its outcome.
  const rankOf = (row: AgendaRow) => (isMine(row) && !row.i_conflict ? 0 : row.outcome === null ? 1 : 2)
  return (
    <ul className="-my-2 divide-y divide-line">
      {[...agenda]
        .sort((one, other) => rankOf(one) - rankOf(other))
        .map((row) => (
          <li key={row.id} className="relative flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
            <div className="min-w-0 space-y-1">
              <p className="font-medium">
                <Bdi>{row.name}</Bdi>
              </p>
              <p className="flex flex-wrap gap-x-2 text-sm text-ink-soft">
                <Code>{row.reference}</Code>
                <Code>{format.money(Number(row.amount_minor), row.currency)}</Code>
              </p>
              <p className="flex flex-wrap items-center gap-2 text-sm text-ink-soft">
                {row.outcome ? (
                  <>
                    <Badge tone={outcomeTone[row.outcome]}>{t(`committee.outcome.${row.outcome}`)}</Badge>
                    {row.mean !== null && <span>{t('committee.meeting.meanIs', { mean: pointsOf(row.mean) })}</span>}
                  </>
                ) : row.status === 'committee_review' ? (
                  t('committee.meeting.progress', {
                    scored: row.scored,
                    conflicts: row.in_conflict,
                    members: members.length,
                  })
                ) : (
                  t('committee.meeting.gone')
                )}
                {row.i_scored && !row.outcome && <Badge tone="good">{t('committee.meeting.scored')}</Badge>}
                {row.i_conflict && <Badge tone="warning">{t('committee.meeting.conflict')}</Badge>}
              </p>
            </div>
            <Link
              href={`/grants/committee/${meeting.id}/${row.id}`}
              prefetch={false}
              className="touch-target font-semibold text-action underline-offset-4 after:absolute after:inset-0 hover:underline"
            >
              {t(isMine(row) && !row.i_conflict ? 'committee.meeting.score' : 'committee.meeting.open')}
              <span className="sr-only"> {row.reference}</span>
            </Link>
          </li>
        ))}
    </ul>
  )
}
