import { getI18n } from '@/app/i18n'
import { Bdi } from '@/components/ui/bdi'
import { DetailsList } from '@/components/ui/details-list'
import { Section } from '@/components/ui/section'
import { inLocale } from '@/lib/i18n/in-locale'
import type { Sex } from '@/lib/people/domain'

/** One of two records that may be one person. */
export type ComparedCard = {
  name: string
  sex: Sex
  birthYear: number
  isAbout: boolean
  subDistrict: { en: string; ar: string }
  holder: string | null
}

/** A record as far as both sides may see it. */
export async function RecordCard({ title, card }: { title: string; card: ComparedCard }) {
  const { t, locale } = await getI18n()
  const year = String(card.birthYear)
  return (
    <Section title={title}>
      <DetailsList
        items={[
          { term: t('people.list.name'), value: <Bdi>{card.name}</Bdi> },
          { term: t('people.file.sex'), value: t(`people.sex.${card.sex}`) },
          {
            term: t('people.file.birth'),
            value: t(card.isAbout ? 'people.file.birthEstimated' : 'people.file.birthYear', { year }),
          },
          { term: t('people.list.place'), value: inLocale(locale, card.subDistrict) },
          { term: t('people.file.holder'), value: card.holder && <Bdi>{card.holder}</Bdi> },
        ]}
      />
    </Section>
  )
}
