import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { StatusBadge } from '@/components/case/status-badge'
import { Code } from '@/components/ui/bdi'
import { Section } from '@/components/ui/section'
import { grantMachine } from '@/lib/grants/machine'
import { toneOf } from '@/lib/grants/tones'
import type { PersonFile } from '@/lib/people/file-queries'

/** What we do, and did, for this person. */
export async function CasesSection({ cases }: { cases: PersonFile['cases'] }) {
  const { t, format } = await getI18n()
  return (
    <Section title={t('people.file.cases')}>
      {cases.length === 0 && <p className="text-ink-soft">{t('people.file.casesEmpty')}</p>}
      <ul className="divide-y divide-line">
        {cases.map((row) => {
          const status = grantMachine.states.find((state) => state === row.status)
          return (
            <li key={row.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5">
              <span className="flex flex-wrap items-center gap-x-3">
                <Link
                  href={`/grants/${row.id}`}
                  prefetch={false}
                  className="touch-target inline-flex items-center text-action underline"
                >
                  <Code>{row.reference}</Code>
                </Link>
                <span className="text-sm text-ink-soft">
                  {t('people.file.opened', { date: format.shortDate(row.openedAt) })}
                </span>
              </span>
              {status && <StatusBadge status={{ label: t(`grants.status.${status}`), tone: toneOf[status] }} />}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
