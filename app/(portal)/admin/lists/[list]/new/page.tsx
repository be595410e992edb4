import type { Metadata } from 'next'
import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { TextField } from '@/components/form/text-field'
import { PageHeader } from '@/components/ui/page-header'
import { ClientMessages } from '@/lib/i18n/client-messages'
import { addWordAction } from '../../../actions'
import { requireAdmin } from '../../../require-admin'
import { type ListParams, listOf } from '../list-of'
import { WordFields } from '../word-fields'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('admin.lists.add') }
}

export default async function NewWordPage({ params }: { params: ListParams }) {
  const [, { t, locale }, list] = await Promise.all([requireAdmin('reference.manage'), getI18n(), listOf(params)])
  const back = `/admin/lists/${list}`
  return (
    <ClientMessages locale={locale} rooms={['admin.errors']}>
      <PageHeader title={t('admin.lists.add')} back={{ href: back, label: t(`admin.lists.title.${list}`) }} />
      <PlainForm
        action={addWordAction}
        hidden={{ list }}
        submit={t('admin.save')}
        cancel={{ href: back, label: t('common.form.cancel') }}
      >
        <TextField
          name="code"
          width="half"
          dir="ltr"
          label={t('admin.lists.code')}
          hint={t('admin.lists.codeHint')}
          maxLength={40}
        />
        <WordFields t={t} />
      </PlainForm>
    </ClientMessages>
  )
}
