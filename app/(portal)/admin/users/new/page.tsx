import type { Metadata } from 'next'
import { getI18n } from '@/app/i18n'
import { CheckboxGroupField } from '@/components/form/checkbox-field'
import { Fieldset } from '@/components/form/fieldset'
import { PageHeader } from '@/components/ui/page-header'
import { waitsForSecondAdmin } from '@/lib/admin/policy'
import { listTeams } from '@/lib/admin/team-queries'
import { programmes, roles } from '@/lib/auth/roles'
import { inLocale } from '@/lib/i18n/in-locale'
import { inviteUserAction } from '../../actions'
import { requireAdmin } from '../../require-admin'
import { IdentityFields } from '../identity-fields'
import { NewUserForm } from './new-user-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('admin.users.new') }
}

export default async function NewUserPage() {
  const actor = await requireAdmin('users.manage')
  const [{ t, locale }, teams] = await Promise.all([getI18n(), listTeams(actor)])
  return (
    <>
      <PageHeader
        title={t('admin.users.new')}
        back={{ href: '/admin/users', label: t('admin.users.title') }}
        lead={t('admin.users.newLead')}
      />
      <NewUserForm
        action={inviteUserAction}
        submit={t('admin.users.create')}
        draft={{ key: 'admin.user.new', secret: actor.draftKey }}
        cancel={{ href: '/admin/users', label: t('common.form.cancel') }}
      >
        <IdentityFields t={t} />
        <Fieldset legend={t('admin.users.rights')} hint={t('admin.users.rightsHint')}>
          <CheckboxGroupField
            name="roles"
            label={t('admin.users.roles')}
            optional
            choices={roles.map((role) => ({
              value: role,
              label: t(`common.roles.${role}`),
              hint: waitsForSecondAdmin(role) ? t('admin.roles.waits') : t('admin.roles.atOnce'),
            }))}
          />
          <CheckboxGroupField
            name="programmes"
            label={t('admin.users.programmes')}
            optional
            choices={programmes.map((value) => ({ value, label: t(`admin.programmes.${value}`) }))}
            defaultValue={['livelihoods']}
          />
          <CheckboxGroupField
            name="teams"
            label={t('admin.users.teams')}
            hint={t('admin.users.teamsHint')}
            optional
            choices={teams
              .filter((team) => team.isActive)
              .map(({ id, name }) => ({ value: id, label: inLocale(locale, name) }))}
          />
        </Fieldset>
      </NewUserForm>
    </>
  )
}
