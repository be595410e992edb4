import { getI18n } from '@/app/i18n'

type ReadAloudProps = { language: 'ar' | 'ckb' | 'en'; text: { version: string; body: string } }

/** The words of a consent, to be read out to the person in their language. */
export async function ReadAloud({ language, text }: ReadAloudProps) {
  const { t } = await getI18n()
  return (
    <figure className="rounded-lg border border-line bg-surface p-5">
      <figcaption className="mb-2 flex flex-wrap justify-between gap-2 text-sm text-ink-soft">
        <span>{t('people.consent.text')}</span>
        <span>{t('people.consent.version', { version: `\u2066${text.version}\u2069` })}</span>
      </figcaption>
      <blockquote lang={language} dir={language === 'en' ? 'ltr' : 'rtl'} className="text-lg leading-relaxed">
        {text.body}
      </blockquote>
    </figure>
  )
}
