import { getI18n } from '@/app/i18n'
import { ChoiceLinks } from '@/components/ui/choice-links'
import { type Population, populations } from '@/lib/communities/displacement/domain'

type Props = { chosen: Population; hrefOf: (population: Population) => string }

/** Displaced people or returnees, for the rest of the page. */
export async function PopulationLinks({ chosen, hrefOf }: Props) {
  const { t } = await getI18n()
  return (
    <div className="mb-6">
      <ChoiceLinks
        label={t('displacement.population.label')}
        choices={populations.map((value) => ({
          value,
          label: t(`displacement.population.${value}`),
          href: hrefOf(value),
          isChosen: value === chosen,
        }))}
      />
    </div>
  )
}
