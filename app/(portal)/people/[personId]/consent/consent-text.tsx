import { getI18n } from '@/app/i18n'
import { ReadAloud } from '@/components/case/read-aloud'
import { ChoiceLinks } from '@/components/ui/choice-links'
import { Notice } from '@/components/ui/notice'
import { type ConsentLanguage, type ConsentPurpose, consentLanguages, consentPurposes } from '@/lib/people/domain'

type Props = {
  path: string
  purpose: ConsentPurpose
  language: ConsentLanguage
  text: { version: string; body: string } | null
}

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
      <ChoiceLinks label={t('people.consent.purpose')} choices={purposes} />
      <ChoiceLinks label={t('people.consent.language')} choices={languages} />
      {text ? (
        <ReadAloud language={language} text={text} />
      ) : (
        <Notice tone="warning">{t('people.consent.noText')}</Notice>
      )}
    </div>
  )
}
