import { getI18n } from '@/app/i18n'
import { Code } from '@/components/ui/bdi'
import { displacementStatuses, sexes } from '@/lib/people/domain'
import { type Category, disabilityAnswers, visitKinds } from '@/lib/referrals/consultations/domain'
import { keysOf } from '@/lib/referrals/consultations/vocabulary'
import { nameOf, wordsOf } from '../words'

/** Which key stands for which answer, and what the keys of the grid do. */
export async function Legend({ categories }: { categories: readonly Category[] }) {
  const { t, locale } = await getI18n()
  const words = wordsOf(t, locale, categories)
  const parts = [
    { column: 'sex', codes: sexes },
    { column: 'displacement', codes: displacementStatuses },
    { column: 'disability', codes: disabilityAnswers },
    { column: 'visit', codes: visitKinds },
  ] as const
  const pair = (key: string, word: string) => (
    <li key={key + word} className="flex gap-2">
      <kbd className="h-fit min-w-6 rounded border border-line-strong bg-sunken px-1 text-center font-sans text-sm">
        <bdi>{key}</bdi>
      </kbd>
      <span className="min-w-0">{word}</span>
    </li>
  )
  return (
    <details
      open
      data-noprint
      className="max-h-80 overflow-y-auto rounded-lg border border-line bg-surface xl:sticky xl:top-18 xl:max-h-[calc(100dvh-5.5rem)]"
    >
      <summary className="touch-target px-4 py-2.5 font-semibold">{t('consultations.legend.title')}</summary>
      <div className="space-y-3 border-t border-line p-4 text-sm/6">
        <p>{t('consultations.legend.text')}</p>
        <section className="pointer-coarse:hidden" aria-label={t('consultations.legend.keys')}>
          <h2 className="font-semibold">{t('consultations.legend.keys')}</h2>
          <dl className="grid grid-cols-[auto_1fr] gap-x-3">
            {(['next', 'above', 'remove', 'send'] as const).map((key) => (
              <div key={key} className="contents">
                <dt>
                  <Code>{t(`consultations.legend.key.${key}`)}</Code>
                </dt>
                <dd>{t(`consultations.legend.does.${key}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
        {parts.map(({ column, codes }) => (
          <section key={column} aria-label={t(`consultations.column.${column}`)}>
            <h2 className="font-semibold">{t(`consultations.column.${column}`)}</h2>
            <ul className="grid grid-cols-2 gap-x-3">
              {codes.map((code) => {
                const keys = keysOf[column][code]
                return pair((locale === 'en' ? keys?.latin : keys?.arabic) ?? '', words[column][code] ?? code)
              })}
            </ul>
          </section>
        ))}
        <section aria-label={t('consultations.column.category')}>
          <h2 className="font-semibold">{t('consultations.column.category')}</h2>
          <ul>{categories.map((one) => pair(String(one.number), nameOf(locale, one)))}</ul>
        </section>
      </div>
    </details>
  )
}
