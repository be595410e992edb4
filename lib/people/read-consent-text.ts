import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../db/client'
import { consentTexts } from '../../db/schema/people'
import type { ConsentLanguage, ConsentPurpose } from './domain'

/** The current text of a purpose in a language, to be read out; null when there is none. */
export async function readConsentText(
  tx: Tx,
  purpose: ConsentPurpose,
  language: ConsentLanguage,
): Promise<{ version: string; body: string } | null> {
  const rows = await tx
    .select({ version: consentTexts.version, body: consentTexts.body })
    .from(consentTexts)
    .where(
      and(eq(consentTexts.purpose, purpose), eq(consentTexts.language, language), eq(consentTexts.isCurrent, true)),
    )
    .limit(1)
  return rows[0] ?? null
}
