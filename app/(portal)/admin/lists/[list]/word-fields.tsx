import { TextField } from '@/components/form/text-field'
import type { Word } from '@/lib/admin/word-queries'
import type { Translator } from '@/lib/i18n/translator'
import { NameFields } from '../../name-fields'

/** The words of an entry and its place in the list. */
export function WordFields({ t, word }: { t: Translator; word?: Word }) {
  return (
    <>
      <NameFields t={t} {...(word && { given: word })} />
      <TextField
        name="position"
        label={t('admin.lists.position')}
        hint={t('admin.lists.positionHint')}
        inputMode="numeric"
        width="year"
        dir="ltr"
        defaultValue={word?.position}
      />
    </>
  )
}
