import type { Metadata } from 'next'
import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { PageHeader } from '@/components/ui/page-header'
import { listDistricts } from '@/lib/admin/team-queries'
import { createTeamAction } from '../../actions'
import { NameFields } from '../../name-fields'
import { requireAdmin } from '../../require-admin'
import { DistrictField } from '../district-field'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('admin.teams.new') }
}

export default async function NewTeamPage() {
  const actor = await requireAdmin('teams.manage')
  const [{ t, locale }, districts] = await Promise.all([getI18n(), listDistricts(actor)])
  return (
    <>
      <PageHeader title={t('admin.teams.new')} back={{ href: '/admin/teams', label: t('admin.teams.title') }} />
      <PlainForm
        action={createTeamAction}
        submit={t('admin.teams.create')}
        cancel={{ href: '/admin/teams', label: t('common.form.cancel') }}
      >
        <NameFields t={t} />
        <DistrictField districts={districts} t={t} locale={locale} />
      </PlainForm>
    </>
  )
}
