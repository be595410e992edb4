import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { Badge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/link-button'
import { Section } from '@/components/ui/section'
import { baghdadDay } from '@/lib/format'
import { ageOn, relationships } from '@/lib/people/domain'
import type { PersonFile } from '@/lib/people/file-queries'
import { fullName } from '@/lib/people/identity'

/** Who lives together, the head first. */
export async function HouseholdSection({ file, mayEdit }: { file: PersonFile; mayEdit: boolean }) {
  const { t } = await getI18n()
  const { person, household } = file
  const today = baghdadDay(new Date())
  const head = household.find((member) => member.personId === member.headPersonId)
  return (
    <Section
      title={t('people.file.household')}
      action={head?.sex === 'female' && <Badge>{t('people.file.femaleHeaded')}</Badge>}
    >
      {household.length === 0 && <p className="text-ink-soft">{t('people.file.householdEmpty')}</p>}
      <ul className="divide-y divide-line">
        {household.map((member) => {
          const relationship = relationships.find((one) => one === member.relationship) ?? 'not_related'
          const age = t('people.age', { age: ageOn({ date: member.birthOn }, today) ?? 0 })
          return (
            <li key={member.personId} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2.5">
              {member.personId === person.id ? (
                <span className="font-semibold">{t('people.file.thisPerson')}</span>
              ) : (
                <Link
                  href={`/people/${member.personId}`}
                  prefetch={false}
                  className="touch-target inline-flex items-center text-action underline"
                >
                  <bdi>{fullName(member)}</bdi>
                </Link>
              )}
              <span className="text-ink-soft">
                {t(`people.relationship.${relationship}`)} · {age}
              </span>
            </li>
          )
        })}
      </ul>
      {mayEdit && (
        <div data-noprint className="mt-4 flex flex-wrap gap-2">
          {household.length > 0 && (
            <LinkButton href={`/people/new?householdOf=${person.id}`} variant="secondary" size="sm">
              {t('people.file.addMember')}
            </LinkButton>
          )}
          <LinkButton href={`/people/${person.id}/colleagues`} variant="quiet" size="sm">
            {t('people.kin.open')}
          </LinkButton>
          <LinkButton href={`/people/${person.id}/household`} variant="quiet" size="sm">
            {t('people.file.move')}
          </LinkButton>
          {household.length > 1 && (
            <LinkButton href={`/people/${person.id}/household/head`} variant="quiet" size="sm">
              {t('people.file.head')}
            </LinkButton>
          )}
        </div>
      )}
    </Section>
  )
}
