import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import type { RegisterFilter } from '@/lib/referrals/consultations/register-ids'
import { registersHref } from '../filters'

type Props = {
  count: number
  isWithheld: boolean
  /** The registers behind it; null for who sees figures without people. */
  behind: RegisterFilter | null
}

/** A number that opens the registers behind it; a group too small to be shown says so. */
export async function NumberLink({ count, isWithheld, behind }: Props) {
  const { t, format } = await getI18n()
  if (isWithheld) return <span className="text-ink-soft">{t('figures.withheld')}</span>
  if (!behind || count === 0) return <span className="tabular-nums">{format.number(count)}</span>
  return (
    <Link
      href={registersHref(behind)}
      prefetch={false}
      className="touch-target inline-flex items-center text-action tabular-nums underline"
    >
      {format.number(count)}
    </Link>
  )
}
