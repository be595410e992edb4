import { getI18n } from '@/app/i18n'

const steps = ['listen', 'safe', 'choose', 'women', 'child', 'staff', 'silence'] as const

/** What to do instead of writing it down. */
export async function PathwaySteps() {
  const { t } = await getI18n()
  return (
    <ol className="list-decimal space-y-2 ps-6">
      {steps.map((step) => (
        <li key={step}>{t(`concerns.pathway.${step}`)}</li>
      ))}
    </ol>
  )
}
