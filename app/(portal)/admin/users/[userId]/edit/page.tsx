import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { PageHeader } from '@/components/ui/page-header'
import { whyNotEmail } from '@/lib/admin/policy'
import { getUser } from '@/lib/admin/user-page-query'
import { translateRefusal } from '@/lib/i18n/translator'
import { isId } from '@/lib/ids'
import { editUserAction } from '../../../actions'
import { requireAdmin } from '../../../require-admin'
import { IdentityFields } from '../../identity-fields'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('admin.user.edit') }
}

export default async function EditUserPage({ params }: { params: Promise<{ userId: string }> }) {
  const actor = await requireAdmin('users.manage')
  const [{ t }, { userId }] = await Promise.all([getI18n(), params])
  const user = isId(userId) ? await getUser(actor, userId) : null
  if (!user) notFound()
  const reason = whyNotEmail(user)[0]
  const back = `/admin/users/${user.id}`
  return (
    <>
      <PageHeader title={t('admin.user.edit')} back={{ href: back, label: user.name }} />
      <PlainForm
        action={editUserAction}
        hidden={{ userId: user.id, version: user.version }}
        submit={t('admin.save')}
        cancel={{ href: back, label: t('common.form.cancel') }}
      >
        <IdentityFields t={t} user={user} emailStays={reason && translateRefusal(t, reason)} />
      </PlainForm>
    </>
  )
}
