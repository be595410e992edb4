import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { inLocale } from '@/lib/i18n/in-locale'
import type { Holder } from '@/lib/people/disclosure-queries'
import type { PersonFile } from '@/lib/people/file-queries'
import { tellRecipient } from '../actions'
import { DisclosureItem } from './disclosure-item'

/** The newest disclosures of this person's data with the way to the rest, and after a withdrawal who is still to be told. */
export async function DisclosuresSection({ file, mayEdit }: { file: PersonFile; mayEdit: boolean }) {
  const { t } = await getI18n()
  const { rows, next } = file.disclosures
  const toTell = file.holders.filter((holder) => holder.isToTell)
  return (
    <Section id="disclosures" title={t('disclosures.title')}>
      {toTell.length > 0 && (
        <div className="mb-4">
          <Notice tone="warning" title={t('disclosures.tellTitle')}>
            <p>{t('disclosures.tellText')}</p>
            {mayEdit && <ToTell toTell={toTell} personId={file.person.id} />}
          </Notice>
        </div>
      )}
      <p className="text-ink-soft">{t(rows.length === 0 ? 'disclosures.empty' : 'disclosures.lead')}</p>
      <ul className="divide-y divide-line">
        {rows.map((disclosure) => (
          <DisclosureItem key={disclosure.id} disclosure={disclosure} />
        ))}
      </ul>
      {next && (
        <div className="mt-3 flex flex-wrap items-center justify-between gap-3">
          <p>{t('disclosures.newest', { count: rows.length })}</p>
          <LinkButton href={`/people/${file.person.id}/disclosures?after=${next}`} variant="secondary" size="sm">
            {t('disclosures.older')}
          </LinkButton>
        </div>
      )}
    </Section>
  )
}

async function ToTell({ toTell, personId }: { toTell: readonly Holder[]; personId: string }) {
  const { t, locale } = await getI18n()
  return (
    <ul data-noprint className="space-y-2 pt-2">
      {toTell.map(({ id, recipientEn, recipientAr }) => {
        const recipient = inLocale(locale, { en: recipientEn, ar: recipientAr })
        return (
          <li key={id}>
            <PlainForm
              action={tellRecipient}
              hidden={{ personId, disclosureId: id }}
              submit={t('disclosures.tell', { recipient })}
              variant="secondary"
              label={recipient}
              className=""
            />
          </li>
        )
      })}
    </ul>
  )
}
