import Link from 'next/link'
import { getI18n } from '@/app/i18n'
import { Notice } from '@/components/ui/notice'
import { type ConsentLanguage, type ConsentPurpose, consentLanguages, consentPurposes } from '@/lib/people/domain'

type Props = {
  path: string
  purpose: ConsentPurpose
  language: ConsentLanguage
  text: { version: string; body: string } | null
}

type Choice = { value: string; label: string; href: string; isChosen: boolean }

/** Which consent is asked for, and the words to read out. The choices are links, so that they need no script. */
export async function ConsentText({ path, purpose, language, text }: Props) {
  const { t } = await getI18n()
  const hrefOf = (of: ConsentPurpose, inLanguage: ConsentLanguage) => `${path}?purpose=${of}&language=${inLanguage}`
  const purposes = consentPurposes.map((value) => ({
    value,
    label: t(`people.purpose.${value}`),
    href: hrefOf(value, language),
    isChosen: value === purpose,
  }))
  const languages = consentLanguages.map((value) => ({
    value,
    label: t(`people.language.${value}`),
    href: hrefOf(purpose, value),
    isChosen: value === language,
  }))
  return (
    <div className="space-y-5">
      <Choices label={t('people.consent.purpose')} choices={purposes} />
      <Choices label={t('people.consent.language')} choices={languages} />
      {text ? (
        <figure className="rounded-lg border border-line bg-surface p-5">
          <figcaption className="mb-2 flex flex-wrap justify-between gap-2 text-sm text-ink-soft">
            <span>{t('people.consent.text')}</span>
            <span>{t('people.consent.version', { version: `\u2066${text.version}\u2069` })}</span>
          </figcaption>
          <blockquote lang={language} dir={language === 'en' ? 'ltr' : 'rtl'} className="text-lg leading-relaxed">
            {text.body}
          </blockquote>
        </figure>
      ) : (
        <Notice tone="warning">{t('people.consent.noText')}</Notice>
      )}
    </div>
  )
}

function Choices({ label, choices }: { label: string; choices: readonly Choice[] }) {
  return (
    <nav aria-label={label}>
      <p className="mb-1.5 font-semibold">{label}</p>
      <ul className="flex flex-wrap gap-2">
        {choices.map((choice) => (
          <li key={choice.value}>
            <Link
              href={choice.href}
              replace
              scroll={false}
              prefetch={false}
              aria-current={choice.isChosen ? 'true' : undefined}
              className="touch-target inline-flex min-h-10 items-center rounded-full border border-line-strong bg-surface px-4 aria-[current]:border-action aria-[current]:bg-action-soft aria-[current]:font-semibold aria-[current]:text-action"
            >
              {choice.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
