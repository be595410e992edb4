import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { CheckboxField } from '@/components/form/checkbox-field'
import { PlainForm } from '@/components/form/plain-form'
import { PageHeader } from '@/components/ui/page-header'
import { getTeam } from '@/lib/admin/team-queries'
import { inLocale } from '@/lib/i18n/in-locale'
import { isId } from '@/lib/ids'
import { editTeamAction } from '../../../actions'
import { NameFields } from '../../../name-fields'
import { requireAdmin } from '../../../require-admin'
import { DistrictField } from '../../district-field'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('admin.teams.edit') }
}

export default async function EditTeamPage({ params }: { params: Promise<{ teamId: string }> }) {
  const actor = await requireAdmin('teams.manage')
  const [{ t, locale }, { teamId }] = await Promise.all([getI18n(), params])
  const team = isId(teamId) ? await getTeam(actor, teamId) : null
  if (!team) notFound()
  const back = `/admin/teams/${team.id}`
  const name = inLocale(locale, { en: team.nameEn, ar: team.nameAr, ckb: team.nameCkb })
  return (
    <>
      <PageHeader title={t('admin.teams.edit')} back={{ href: back, label: name }} />
      <PlainForm
        action={editTeamAction}
        hidden={{ teamId: team.id, version: team.version }}
        submit={t('admin.save')}
        cancel={{ href: back, label: t('common.form.cancel') }}
      >
        <NameFields t={t} given={team} />
        <DistrictField districts={team.districts} value={team.districtPcode} t={t} locale={locale} />
        <CheckboxField
          name="isActive"
          label={t('admin.inUse')}
          hint={t('admin.teams.inUseHint')}
          defaultChecked={team.isActive}
        />
      </PlainForm>
    </>
  )
}
