import type { I18n } from '@/app/i18n'
import { CheckboxGroupField } from '@/components/form/checkbox-field'
import { PlainForm } from '@/components/form/plain-form'
import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/section'
import type { UserPage } from '@/lib/admin/user-page-query'
import { programmes } from '@/lib/auth/roles'
import { inLocale } from '@/lib/i18n/in-locale'
import { setAreasAction, setProgrammesAction } from '../../actions'

type ReachSectionProps = { user: UserPage; isOwn: boolean; i18n: I18n }

/** Programmes and districts: how far the roles of a user reach. */
export function ReachSection({ user, isOwn, i18n: { t, locale } }: ReachSectionProps) {
  const areas = user.districts.filter((district) => user.areas.includes(district.pcode))
  return (
    <Section id="reach" title={t('admin.reach.title')}>
      <dl className="mb-5 space-y-3">
        <div>
          <dt className="text-sm text-ink-soft">{t('admin.users.programmes')}</dt>
          <dd>
            {user.programmes.map((one) => t(`admin.programmes.${one}`)).join(' · ') || t('admin.reach.noProgramme')}
          </dd>
        </div>
        <div>
          <dt className="text-sm text-ink-soft">{t('admin.reach.areas')}</dt>
          <dd>{areas.map((area) => inLocale(locale, area.name)).join(' · ') || t('admin.reach.noArea')}</dd>
        </div>
      </dl>
      {!isOwn && (
        <div className="space-y-3">
          <Disclosure label={t('admin.reach.changeProgrammes')}>
            <PlainForm
              action={setProgrammesAction}
              hidden={{ userId: user.id, before: user.programmes.join(',') }}
              submit={t('admin.reach.saveProgrammes')}
              className="space-y-5"
            >
              <CheckboxGroupField
                name="programmes"
                label={t('admin.users.programmes')}
                hint={t('admin.reach.programmesHint')}
                optional
                choices={programmes.map((value) => ({ value, label: t(`admin.programmes.${value}`) }))}
                defaultValue={user.programmes}
              />
            </PlainForm>
          </Disclosure>
          <Disclosure label={t('admin.reach.changeAreas')}>
            <PlainForm
              action={setAreasAction}
              hidden={{ userId: user.id, before: user.areas.join(',') }}
              submit={t('admin.reach.saveAreas')}
              className="space-y-5"
            >
              <CheckboxGroupField
                name="areas"
                label={t('admin.reach.areas')}
                hint={t('admin.reach.areasHint')}
                optional
                choices={user.districts.map(({ pcode, name }) => ({ value: pcode, label: inLocale(locale, name) }))}
                defaultValue={user.areas}
              />
            </PlainForm>
          </Disclosure>
        </div>
      )}
    </Section>
  )
}
