import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { CheckboxField } from '@/components/form/checkbox-field'
import { PlainForm } from '@/components/form/plain-form'
import { Code } from '@/components/ui/bdi'
import { PageHeader } from '@/components/ui/page-header'
import { getWord } from '@/lib/admin/word-queries'
import { editWordAction } from '../../../actions'
import { requireAdmin } from '../../../require-admin'
import { listOf } from '../list-of'
import { WordFields } from '../word-fields'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('admin.lists.edit') }
}

export default async function WordPage({ params }: { params: Promise<{ list: string; code: string }> }) {
  const actor = await requireAdmin('reference.manage')
  const [{ t }, list, { code }] = await Promise.all([getI18n(), listOf(params), params])
  const word = /^[a-z][a-z0-9_]{0,39}$/.test(code) ? await getWord(actor, list, code) : null
  if (!word) notFound()
  const back = `/admin/lists/${list}`
  return (
    <>
      <PageHeader
        title={t('admin.lists.edit')}
        back={{ href: back, label: t(`admin.lists.title.${list}`) }}
        lead={<Code>{word.code}</Code>}
      />
      <PlainForm
        action={editWordAction}
        hidden={{ list, code: word.code, version: word.version }}
        submit={t('admin.save')}
        cancel={{ href: back, label: t('common.form.cancel') }}
      >
        <WordFields t={t} word={word} />
        <CheckboxField
          name="isActive"
          label={t('admin.inUse')}
          hint={t('admin.inUseHint')}
          defaultChecked={word.isActive}
        />
      </PlainForm>
    </>
  )
}
