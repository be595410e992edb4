import { CheckboxField } from '@/components/form/checkbox-field'
import { PlainForm } from '@/components/form/plain-form'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import type { PlacePage } from '@/lib/admin/reference-queries'
import type { Translator } from '@/lib/i18n/translator'
import { addCommunityAction, editPlaceAction } from '../../actions'
import { NameFields } from '../../name-fields'

/** Names, aliases and use of a place. */
export function EditPlace({ place, t }: { place: NonNullable<PlacePage['place']>; t: Translator }) {
  return (
    <PlainForm
      action={editPlaceAction}
      hidden={{ pcode: place.pcode, version: place.version }}
      submit={t('admin.save')}
      label={t('admin.places.words')}
    >
      <NameFields t={t} given={place} />
      <TextAreaField
        name="aliases"
        label={t('admin.places.aliases')}
        hint={t('admin.places.aliasesHint')}
        optional
        rows={2}
        defaultValue={place.aliases.join('\n')}
      />
      <CheckboxField
        name="isActive"
        label={t('admin.inUse')}
        hint={t('admin.inUseHint')}
        defaultChecked={place.isActive}
      />
    </PlainForm>
  )
}

/** A new community in a sub-district. */
export function AddCommunity({ parentPcode, t }: { parentPcode: string; t: Translator }) {
  return (
    <PlainForm
      action={addCommunityAction}
      hidden={{ parentPcode }}
      submit={t('admin.places.addSubmit')}
      label={t('admin.places.add')}
    >
      <TextField
        name="pcode"
        label={t('admin.places.pcode')}
        hint={t('admin.places.pcodeHint', { pcode: parentPcode })}
        width="half"
        dir="ltr"
        autoComplete="off"
        defaultValue={parentPcode}
      />
      <NameFields t={t} />
      <TextAreaField
        name="aliases"
        label={t('admin.places.aliases')}
        hint={t('admin.places.aliasesHint')}
        optional
        rows={2}
      />
    </PlainForm>
  )
}
