import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { type Status, StatusBadge } from '@/components/case/status-badge'
import { Code } from '@/components/ui/bdi'
import { Section } from '@/components/ui/section'
import { grantMachine } from '@/lib/grants/machine'
import { toneOf as grantTones } from '@/lib/grants/tones'
import type { Translator } from '@/lib/i18n/translator'
import type { PersonFile } from '@/lib/people/file-queries'
import { casesOf } from '@/lib/programmes'
import { referralMachine } from '@/lib/referrals/machine'
import { toneOf as referralTones } from '@/lib/referrals/tones'

function statusOf(t: Translator, row: { programme: string; status: string }): Status | null {
  const grant = grantMachine.states.find((state) => row.programme === 'livelihoods' && state === row.status)
  if (grant) return { label: t(`grants.status.${grant}`), tone: grantTones[grant] }
  const referral = referralMachine.states.find((state) => row.programme === 'health' && state === row.status)
  return referral ? { label: t(`referrals.status.${referral}`), tone: referralTones[referral] } : null
}

/** What we do, and did, for this person. */
export async function CasesSection({ cases }: { cases: PersonFile['cases'] }) {
  const { t, format } = await getI18n()
  return (
    <Section title={t('people.file.cases')}>
      {cases.length === 0 && <p className="text-ink-soft">{t('people.file.casesEmpty')}</p>}
      <ul className="divide-y divide-line">
        {cases.map((row) => {
          const status = statusOf(t, row)
          return (
            <li key={row.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5">
              <span className="flex flex-wrap items-center gap-x-3">
                <Link
                  href={`${casesOf(row.programme).path}/${row.id}`}
                  prefetch={false}
                  className="touch-target inline-flex items-center text-action underline"
                >
                  <Code>{row.reference}</Code>
                </Link>
                <span className="text-sm text-ink-soft">
                  {t('people.file.opened', { date: format.shortDate(row.openedAt) })}
                </span>
              </span>
              {status && <StatusBadge status={status} />}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
