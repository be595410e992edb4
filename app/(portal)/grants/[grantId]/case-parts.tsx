import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { Icon } from '@/components/ui/icon'

const parts = [
  { key: 'training', reached: 'training' },
  { key: 'committee', reached: 'committee_review' },
  { key: 'agreement', reached: 'approved' },
  { key: 'payments', reached: 'agreement_signed' },
  { key: 'monitoring', reached: 'disbursing' },
] as const

type Props = { grantId: string; status: string; events: readonly { to: string | null }[] }

/** The parts of a grant that have begun, each on its own page, and the application on paper. */
export async function CaseParts({ grantId, status, events }: Props) {
  const { t } = await getI18n()
  const reached = new Set([status, ...events.map((event) => event.to)])
  return (
    <nav data-noprint aria-label={t('grants.parts.label')} className="mb-6 flex flex-wrap gap-x-5 gap-y-1">
      {parts
        .filter((part) => reached.has(part.reached))
        .map(({ key }) => (
          <Link
            key={key}
            href={`/grants/${grantId}/${key}`}
            prefetch={false}
            className="touch-target inline-flex items-center text-action underline"
          >
            {t(`grants.parts.${key}`)}
          </Link>
        ))}
      <a
        href={`/grants/${grantId}/application.pdf`}
        className="touch-target inline-flex items-center gap-1.5 text-action underline"
      >
        <Icon name="file-text" className="size-4" />
        {t('grants.paper.print')}
      </a>
    </nav>
  )
}
