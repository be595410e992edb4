import type { I18n } from '@/app/i18n'
import { getI18n } from '@/app/i18n'
import { Bdi, Code } from '@/components/ui/bdi'
import { DetailsList } from '@/components/ui/details-list'
import { Section } from '@/components/ui/section'
import { inLocale } from '@/lib/i18n/in-locale'
import { documentTypes } from '@/lib/people/domain'
import type { PersonFile } from '@/lib/people/file-queries'
import { formatPhone } from '@/lib/people/phone'

/** A birth as far as it is known. */
function birthText({ t, format }: I18n, { birthOn, birthPrecision }: PersonFile['person']): string {
  const year = birthOn.slice(0, 4)
  if (birthPrecision === 'day') return format.date(birthOn)
  if (birthPrecision === 'month') return format.month(birthOn)
  return t(birthPrecision === 'year' ? 'people.file.birthYear' : 'people.file.birthEstimated', { year })
}

/** Contact and documents. */
export async function DetailsSection({ person }: { person: PersonFile['person'] }) {
  const i18n = await getI18n()
  const { t, locale } = i18n
  const type = documentTypes.find((one) => one === person.documentType) ?? 'none'
  const places = [
    { en: person.placeEn, ar: person.placeAr, ckb: person.placeCkb },
    { en: person.districtEn, ar: person.districtAr, ckb: person.districtCkb },
  ].map((place) => inLocale(locale, place))
  return (
    <Section title={t('people.file.details')}>
      <DetailsList
        items={[
          { term: t('people.file.birth'), value: birthText(i18n, person) },
          {
            term: t('people.file.phone'),
            value: person.phone && (
              <a href={`tel:${person.phone}`} className="touch-target inline-flex items-center text-action underline">
                <Code>{formatPhone(person.phone)}</Code>
              </a>
            ),
          },
          {
            term: t('people.file.document'),
            value: (
              <>
                {t(`people.documentType.${type}`)} {person.documentNumber && <Code>{person.documentNumber}</Code>}
              </>
            ),
          },
          { term: t('people.file.live'), value: [...new Set(places)].join(' · ') },
          { term: t('people.file.address'), value: person.address && <Bdi>{person.address}</Bdi> },
        ]}
      />
    </Section>
  )
}
