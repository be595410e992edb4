import { TextField } from '@/components/form/text-field'
import type { Translator } from '@/lib/i18n/translator'

type NameFieldsProps = {
  t: Translator
  given?: { nameEn: string; nameAr: string; nameCkb: string | null }
}

/** The name of a team or an entry of a list in the three languages. */
export function NameFields({ t, given }: NameFieldsProps) {
  return (
    <>
      <TextField name="nameAr" label={t('admin.names.ar')} width="half" defaultValue={given?.nameAr} />
      <TextField name="nameEn" label={t('admin.names.en')} width="half" dir="ltr" defaultValue={given?.nameEn} />
      <TextField
        name="nameCkb"
        label={t('admin.names.ckb')}
        hint={t('admin.names.ckbHint')}
        optional
        width="half"
        defaultValue={given?.nameCkb}
      />
    </>
  )
}
