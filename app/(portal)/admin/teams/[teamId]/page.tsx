import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { Badge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { getTeam } from '@/lib/admin/team-queries'
import { baghdadDay } from '@/lib/format'
import { inLocale } from '@/lib/i18n/in-locale'
import { isId } from '@/lib/ids'
import { requireAdmin } from '../../require-admin'
import { AddMember } from './add-member'
import { MemberRow } from './member-row'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('admin.users.team') }
}

export default async function TeamPage({ params }: { params: Promise<{ teamId: string }> }) {
  const actor = await requireAdmin('teams.manage')
  const [{ t, locale, format }, { teamId }] = await Promise.all([getI18n(), params])
  const team = isId(teamId) ? await getTeam(actor, teamId) : null
  if (!team) notFound()
  const today = baghdadDay(new Date())
  const current = team.members.filter((member) => !member.toOn || member.toOn >= today)
  const past = team.members.filter((member) => member.toOn && member.toOn < today)
  const rowOf = (member: (typeof team.members)[number]) => (
    <MemberRow
      key={member.id}
      member={member}
      isOwn={member.userId === actor.userId}
      today={today}
      t={t}
      format={format}
    />
  )
  return (
    <>
      <PageHeader
        title={inLocale(locale, { en: team.nameEn, ar: team.nameAr, ckb: team.nameCkb })}
        back={{ href: '/admin/teams', label: t('admin.teams.title') }}
        lead={
          <span className="flex flex-wrap items-center gap-3">
            {t('admin.teams.inDistrict', { district: inLocale(locale, team.district) })}
            {!team.isActive && <Badge icon="ban">{t('admin.notInUse')}</Badge>}
          </span>
        }
        action={
          <LinkButton href={`/admin/teams/${team.id}/edit`} variant="secondary">
            {t('admin.teams.edit')}
          </LinkButton>
        }
      />
      <div className="space-y-6">
        <Section title={t('admin.teams.members')}>
          {current.length === 0 && <p className="text-ink-soft">{t('admin.members.none')}</p>}
          <ul className="divide-y divide-line">{current.map(rowOf)}</ul>
          {team.isActive && (
            <div className="mt-5">
              <AddMember teamId={team.id} staff={team.staff} today={today} t={t} open={current.length === 0} />
            </div>
          )}
        </Section>
        {past.length > 0 && (
          <Section title={t('admin.members.before')}>
            <ul className="divide-y divide-line">{past.map(rowOf)}</ul>
          </Section>
        )}
      </div>
    </>
  )
}
