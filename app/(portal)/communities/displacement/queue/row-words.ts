import type { Reading } from '@/lib/communities/displacement/files/reading'
import { isId } from '@/lib/ids'

/** The address of a row, `<import>_<position>`, taken apart; null when it is none. */
export function rowAddress(text: string | undefined): { id: string; importId: string; position: number } | null {
  const [importId = '', position = '', ...more] = (text ?? '').split('_')
  if (!text || !isId(importId) || !/^[1-9]\d{0,5}$/.test(position) || more.length > 0) return null
  return { id: text, importId, position: Number(position) }
}

/** What a list calls a place. */
export const nameInList = ({ nameAr, nameEn, placeId }: Reading) =>
  [nameAr, nameEn].filter(Boolean).join(' · ') || placeId || '–'
