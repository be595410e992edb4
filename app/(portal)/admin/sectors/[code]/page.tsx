import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { CheckboxField } from '@/components/form/checkbox-field'
import { PlainForm } from '@/components/form/plain-form'
import { TextField } from '@/components/form/text-field'
import { Code } from '@/components/ui/bdi'
import { PageHeader } from '@/components/ui/page-header'
import { getSector } from '@/lib/admin/reference-queries'
import { editSectorAction } from '../../actions'
import { NameFields } from '../../name-fields'
import { requireAdmin } from '../../require-admin'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('admin.sectors.edit') }
}

export default async function SectorPage({ params }: { params: Promise<{ code: string }> }) {
  const actor = await requireAdmin('reference.manage')
  const [{ t }, { code }] = await Promise.all([getI18n(), params])
  const sector = /^[a-z_]{1,40}$/.test(code) ? await getSector(actor, code) : null
  if (!sector) notFound()
  return (
    <>
      <PageHeader
        title={t('admin.sectors.edit')}
        back={{ href: '/admin/sectors', label: t('admin.sectors.title') }}
        lead={<Code>{sector.code}</Code>}
      />
      <PlainForm
        action={editSectorAction}
        hidden={{ code: sector.code, version: sector.version }}
        submit={t('admin.save')}
        cancel={{ href: '/admin/sectors', label: t('common.form.cancel') }}
      >
        <NameFields t={t} given={sector} />
        <TextField
          name="position"
          label={t('admin.sectors.position')}
          hint={t('admin.sectors.positionHint')}
          inputMode="numeric"
          width="year"
          dir="ltr"
          defaultValue={sector.position}
        />
        <CheckboxField
          name="isActive"
          label={t('admin.inUse')}
          hint={t('admin.inUseHint')}
          defaultChecked={sector.isActive}
        />
      </PlainForm>
    </>
  )
}
