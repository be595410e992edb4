import { getI18n } from '@/app/i18n'
import { inLocale, type Named } from '@/lib/i18n/in-locale'

/** What to do instead of writing it down. */
export async function PathwaySteps({ steps }: { steps: readonly Named[] }) {
  const { locale } = await getI18n()
  return (
    <ol className="list-decimal space-y-2 ps-6">
      {steps.map((step) => (
        <li key={step.en}>{inLocale(locale, step)}</li>
      ))}
    </ol>
  )
}
