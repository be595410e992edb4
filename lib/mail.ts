import { createTransport } from 'nodemailer'
import { env } from './env'

export type Mail = { to: string; subject: string; text: string }

/** Sends a mail over SMTP. `not_configured` without SMTP_URL; `failed` when the server does not take it. */
export async function sendMail(mail: Mail): Promise<'sent' | 'not_configured' | 'failed'> {
  const { SMTP_URL, MAIL_FROM } = env()
  if (!SMTP_URL) return 'not_configured'
  try {
    const transport = createTransport(SMTP_URL, { connectionTimeout: 5000, socketTimeout: 10_000 } as object)
    await transport.sendMail({ from: MAIL_FROM, ...mail })
    return 'sent'
  } catch (error) {
    console.error('mail not sent:', error instanceof Error ? error.message : error)
    return 'failed'
  }
}
