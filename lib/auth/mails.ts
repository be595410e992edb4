import { env } from '../env'
import { isLocale } from '../i18n/locales'
import { translator } from '../i18n/translator'
import { sendMail } from '../mail'

type Owner = { email: string; name: string; locale: string }

/** Tells the owner of an account that it was locked after failed sign-ins. */
export function tellOfLock(owner: Owner) {
  const t = translator(isLocale(owner.locale) ? owner.locale : 'en')
  return sendMail({
    to: owner.email,
    subject: t('auth.mail.locked_subject'),
    text: t('auth.mail.locked_text', { name: owner.name }),
  })
}

/** Whether this portal can send mail at all; a server may still not take one. */
export function canMail(): boolean {
  return Boolean(env().SMTP_URL)
}

/** Tells the former address of an account that an admin gave it another. */
export function tellOfNewEmail(owner: Owner) {
  const t = translator(isLocale(owner.locale) ? owner.locale : 'en')
  return sendMail({
    to: owner.email,
    subject: t('auth.mail.email_subject'),
    text: t('auth.mail.email_text', { name: owner.name }),
  })
}

/** Sends an invitation or a reset; the link is the only way in, so the answer says whether it left. */
export function sendOneTimeLink(owner: Owner, kind: 'invite' | 'reset', path: string) {
  const t = translator(isLocale(owner.locale) ? owner.locale : 'en')
  const link = `${env().APP_URL.replace(/\/$/, '')}${path}`
  return sendMail({
    to: owner.email,
    subject: t(`auth.mail.${kind}_subject`),
    text: t(`auth.mail.${kind}_text`, { name: owner.name, link }),
  })
}
