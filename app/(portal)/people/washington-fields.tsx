import { getI18n } from '@/app/i18n'
import { RadioField } from '@/components/form/radio-field'
import { washingtonAnswers, washingtonDomains } from '@/lib/people/domain'

/** The six questions in their official wording. `under`: the path that the answers stand at, with its dot. */
export async function WashingtonFields({ under = '' }: { under?: string }) {
  const { t } = await getI18n()
  const choices = washingtonAnswers.map((value) => ({ value, label: t(`people.answer.${value}`) }))
  return (
    <>
      <p>{t('people.form.washingtonIntro')}</p>
      {washingtonDomains.map((domain) => (
        <RadioField key={domain} name={`${under}${domain}`} label={t(`people.question.${domain}`)} choices={choices} />
      ))}
    </>
  )
}
