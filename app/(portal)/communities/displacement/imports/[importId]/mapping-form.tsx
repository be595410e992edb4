import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { Bdi } from '@/components/ui/bdi'
import { inputClass } from '@/components/ui/input-class'
import { Section } from '@/components/ui/section'
import { type Field, fieldOf, singleFields } from '@/lib/communities/displacement/files/heads'
import type { ImportPage } from '@/lib/communities/displacement/files/queries'
import type { Translator } from '@/lib/i18n/translator'
import { saveMapping } from '../../actions'
import { ColumnsError } from './columns-error'
import { breakdownName } from './words'

/** The letters that a spreadsheet shows above a column. */
const letterOf = (at: number): string =>
  (at >= 26 ? letterOf(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26))

const label = (t: Translator, field: Field) =>
  singleFields.some((single) => single === field)
    ? t(`displacement.mapping.as.${singleFields.find((single) => single === field) ?? 'families'}`)
    : breakdownName(t, field)

/** Which column is what, as it was guessed or the last time said. */
export async function MappingForm({ found }: { found: ImportPage }) {
  const { t } = await getI18n()
  const { head, samples } = found
  const { header, mapping, population } = head
  return (
    <Section title={t('displacement.mapping.title')}>
      <p className="mb-4 max-w-prose text-ink-soft">{t('displacement.mapping.text')}</p>
      <PlainForm
        action={saveMapping}
        hidden={{ importId: head.id }}
        submit={t('displacement.mapping.save')}
        className="space-y-5"
      >
        <ColumnsError />
        <table className="w-full">
          <caption className="sr-only">{t('displacement.mapping.columns')}</caption>
          <thead className="max-sm:sr-only">
            <tr className="border-b border-line text-start text-sm text-ink-soft">
              <th scope="col" className="py-2 pe-4 text-start font-medium">
                {t('displacement.mapping.head')}
              </th>
              <th scope="col" className="py-2 pe-4 text-start font-medium">
                {t('displacement.mapping.sample')}
              </th>
              <th scope="col" className="py-2 text-start font-medium">
                {t('displacement.mapping.field')}
              </th>
            </tr>
          </thead>
          <tbody>
            {header.map((text, at) => {
              const letter = letterOf(at)
              const name = text || t('displacement.mapping.noHead', { letter })
              const own = fieldOf(text, population)
              const offered = own?.includes(':') ? [own, ...singleFields] : singleFields
              return (
                <tr key={letter} className="border-b border-line max-sm:block max-sm:py-3">
                  <th scope="row" className="py-2 pe-4 text-start font-semibold max-sm:block max-sm:py-0">
                    <span className="me-2 text-sm font-normal text-ink-soft">{letter}</span>
                    <Bdi>{name}</Bdi>
                  </th>
                  <td className="py-2 pe-4 text-sm wrap-anywhere text-ink-soft max-sm:block max-sm:py-1">
                    <Bdi>
                      {samples
                        .map((cells) => cells[at])
                        .filter(Boolean)
                        .join(' · ') || '–'}
                    </Bdi>
                  </td>
                  <td className="py-2 max-sm:block max-sm:py-0">
                    <select
                      name={`columns.${at}`}
                      defaultValue={mapping[at] ?? ''}
                      aria-label={`${name}: ${t('displacement.mapping.field')}`}
                      className={`${inputClass} sm:min-w-56`}
                    >
                      <option value="">{t('displacement.mapping.notRead')}</option>
                      {offered.map((field) => (
                        <option key={field} value={field}>
                          {label(t, field)}
                        </option>
                      ))}
                    </select>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </PlainForm>
    </Section>
  )
}
