import { getI18n } from '@/app/i18n'
import { Bdi } from '@/components/ui/bdi'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import type { Actor } from '@/lib/auth/actor'
import { may } from '@/lib/auth/roles'
import { baghdadDay } from '@/lib/format'
import { inLocale } from '@/lib/i18n/in-locale'
import { ageOn, type Sex } from '@/lib/people/domain'
import type { PersonFile } from '@/lib/people/file-queries'
import { fullName } from '@/lib/people/identity'
import { canEdit } from '@/lib/people/policy'
import { ageText } from '../people-table'

/** Who this is, at a glance, and what can be done next. */
export async function FileHeader({ actor, file }: { actor: Actor; file: PersonFile }) {
  const { t, locale, format } = await getI18n()
  const { person } = file
  const age = ageOn({ date: person.birthOn }, baghdadDay(new Date())) ?? 0
  const sex: Sex = person.sex === 'female' ? 'female' : 'male'
  const place = { en: person.placeEn, ar: person.placeAr, ckb: person.placeCkb }
  const team = { en: person.teamEn, ar: person.teamAr, ckb: person.teamCkb }
  const facts = [
    { term: t('people.file.holder'), value: <Bdi>{person.holder ?? t('people.list.nobody')}</Bdi> },
    { term: t('people.file.team'), value: inLocale(locale, team) },
    { term: t('people.file.registered'), value: format.date(person.createdAt) },
  ]
  return (
    <>
      <PageHeader
        title={<Bdi>{fullName(person)}</Bdi>}
        back={{ href: '/people', label: t('people.title') }}
        lead={[
          t(`people.sex.${sex}`),
          ageText(t, { age, isAgeAbout: person.birthPrecision !== 'day' }),
          inLocale(locale, place),
        ].join(' · ')}
        action={
          <>
            {canEdit(actor, person) && (
              <LinkButton href={`/people/${person.id}/edit`} variant="secondary">
                {t('people.file.edit')}
              </LinkButton>
            )}
            {may(actor, 'referrals.write') && (
              <LinkButton href={`/referrals/new?person=${person.id}`}>{t('referrals.list.new')}</LinkButton>
            )}
            {may(actor, 'grants.write') && (
              <LinkButton href={`/grants/new?person=${person.id}`}>{t('people.file.newGrant')}</LinkButton>
            )}
          </>
        }
      />
      <dl className="-mt-3 mb-6 flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {facts.map((fact) => (
          <div key={fact.term} className="flex gap-1.5">
            <dt className="text-ink-soft">{fact.term}</dt>
            <dd className="font-medium">{fact.value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
