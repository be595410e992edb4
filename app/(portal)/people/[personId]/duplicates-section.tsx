import { getI18n } from '@/app/i18n'
import { Badge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/link-button'
import { Section } from '@/components/ui/section'
import type { Actor } from '@/lib/auth/actor'
import type { PersonFile } from '@/lib/people/file-queries'
import { canDecideDuplicate } from '@/lib/people/policy'
import type { Flag } from '@/lib/people/read-flags'

const tones = { open: 'warning', different: 'good', same: 'danger' } as const

/** Records that may be this same person; nothing when there is none. */
export async function DuplicatesSection({ actor, file }: { actor: Actor; file: PersonFile }) {
  const { t } = await getI18n()
  if (file.flags.length === 0) return null
  return (
    <Section title={t('people.file.duplicates')}>
      <ul className="divide-y divide-line">
        {file.flags.map((flag) => (
          <FlagItem key={flag.id} actor={actor} person={file.person} flag={flag} />
        ))}
      </ul>
    </Section>
  )
}

type ItemProps = { actor: Actor; person: PersonFile['person']; flag: Flag }

async function FlagItem({ actor, person, flag }: ItemProps) {
  const { t, format } = await getI18n()
  const mayDecide = flag.isNewer && canDecideDuplicate(actor, { ...person, raisedBy: flag.raisedById }) === true
  return (
    <li className="flex flex-wrap items-start justify-between gap-3 py-3">
      <div className="min-w-0 space-y-1">
        <p className="flex flex-wrap gap-2">
          <Badge tone={tones[flag.state]}>{t(`people.duplicate.state.${flag.state}`)}</Badge>
          {flag.isBlocking && flag.state !== 'different' && (
            <Badge tone="danger" icon="ban">
              {t(flag.state === 'same' ? 'people.duplicate.blocked' : 'people.duplicate.blocking')}
            </Badge>
          )}
        </p>
        <p>{t('people.duplicate.raised', { name: flag.raisedBy, date: format.shortDate(flag.raisedAt) })}</p>
        <p className="text-sm text-ink-soft">
          {flag.reasons
            .slice(0, 4)
            .map((reason) => t(reason))
            .join(' · ')}
        </p>
        {flag.decisionReason && <p dir="auto">{flag.decisionReason}</p>}
        {flag.state === 'open' && !mayDecide && <p className="text-sm text-ink-soft">{t('people.duplicate.waits')}</p>}
      </div>
      {flag.state === 'open' && mayDecide && (
        <LinkButton href={`/people/${person.id}/duplicates/${flag.id}`} variant="secondary" size="sm">
          {t('people.duplicate.decide')}
        </LinkButton>
      )}
    </li>
  )
}
