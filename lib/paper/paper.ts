import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import { drawFacts, drawHeading, drawParagraph, drawSignatures, type Fact, type Signer } from './blocks'
import { drawPicture, type PictureOptions } from './picture'
import { openPress, type PaperOptions } from './press'
import { drawQr } from './qr'
import { drawTable, type PaperTable } from './table'

/**
 * A document on A4, written from top to bottom: Arabic and Sorani from the right with their letters joined, English from
 * the left. Every page has the programme, title and reference above, and `page n of m` below.
 *
 *     const paper = makePaper({ locale: 'ar', title, reference: 'GRT-2026-00042', madeAt: decidedAt })
 *     paper.heading(title)
 *     paper.facts([{ term: t('grants.amount'), value: format.money(minor, 'IQD') }])
 *     await paper.table({ columns: [{ head: 'البند', share: 3 }, { head: 'المبلغ', align: 'end' }], rows, totals })
 *     paper.qr(link, { caption })
 *     paper.signatures([{ name, role }])
 *     paper.speak('en', 'Grant agreement')
 *     paper.newPage()
 *     return paper.toBuffer()
 */
export function makePaper(options: PaperOptions) {
  const press = openPress(options)
  return {
    heading: (text: string, level: 1 | 2 = 1) => drawHeading(press, text, level),
    paragraph: (text: string, look: { isMuted?: boolean; isStrong?: boolean } = {}) =>
      drawParagraph(press, text, {
        ...(look.isMuted ? { color: '#5b6673' } : {}),
        ...(look.isStrong ? { weight: 'bold' } : {}),
      }),
    /** Terms and values in two columns. */
    facts: (facts: Iterable<Fact>) => drawFacts(press, facts),
    table: (table: PaperTable) => drawTable(press, table),
    /** A JPEG or PNG. False when it cannot be read: nothing is drawn then. */
    picture: (bytes: Buffer, look: PictureOptions = {}) => drawPicture(press, bytes, look),
    qr: (text: string, look: { caption?: string; side?: number } = {}) => drawQr(press, text, look),
    signatures: (signers: readonly Signer[]) =>
      drawSignatures(press, signers, translator(press.locale)('paper.signedOn')),
    space: (points = 12) => {
      press.y += points
    },
    newPage: () => press.newPage(),
    /** Goes on in another language: from here blocks, and from the next page head and foot, read in it. */
    speak: (locale: Locale, title?: string) => press.speak(locale, title),
    /** Ends the paper. For a long one: send the stream as it is. */
    toStream: (): Readable => {
      press.close()
      return press.doc
    },
    /** Ends the paper and gives it whole. */
    toBuffer: (): Promise<Buffer> => {
      press.close()
      return buffer(press.doc)
    },
  }
}

export type Paper = ReturnType<typeof makePaper>
