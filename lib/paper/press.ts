import PDFDocument from 'pdfkit'
import { directionOf, type Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import { type Ink, LEADING, type Line, makeInk, type Style } from './ink'
import type { Direction } from './order'

/** What a paper is, before anything stands on it. */
export type PaperOptions = {
  locale: Locale
  /** Stands in the head of each page and is the title of the file. */
  title: string
  reference?: string
  /** Stands at the foot of each page. */
  footer?: string
  /** Marks each page as practice data. */
  isPractice?: boolean
  /** When it was made. The same day and content give the same bytes. */
  madeAt: Date
  isLandscape?: boolean
}

/** Where a text stands between two edges; the start is at the right in Arabic. */
export type Align = 'start' | 'middle' | 'end'

export const colors = {
  text: '#17212b',
  muted: '#5b6673',
  rule: '#c9d0d8',
  soft: '#f1f4f6',
  warning: '#b42318',
  mark: '#fbeceb',
} as const
export const body: Style = { size: 9.5, weight: 'regular', color: colors.text }
const small: Style = { size: 8, weight: 'regular', color: colors.muted }
const margin = { side: 48, top: 74, bottom: 62 }

/** The sheet under the pen: where the next block goes, and how to put things between two edges in either direction. */
export type Press = {
  doc: PDFKit.PDFDocument
  ink: Ink
  /** Where the next block begins, from the top. */
  y: number
  readonly locale: Locale
  readonly direction: Direction
  /** The width between the margins, and the height. */
  readonly width: number
  readonly height: number
  /** Begins a new page when less than `height` is left, and says whether it did. */
  makeRoom(height: number): boolean
  newPage(): void
  /** The left edge of a box `offset` from the start of the line and `width` wide. */
  leftOf(offset: number, width: number): number
  /** Draws lines into a box `offset` from the start. The height they took. */
  put(lines: Line[], box: { offset: number; width: number; y: number; align?: Align }, style: Style): number
  rule(y: number, color?: string, thick?: number): void
  speak(locale: Locale, title?: string): void
  close(): void
}

/** The height of so many lines. */
export function heightOf(lines: number, style: Style): number {
  return lines * style.size * LEADING
}

/** Opens a sheet of A4 and keeps its pages: head, foot, numbers, and what is drawn where. */
export function openPress(options: PaperOptions): Press {
  const { title, reference, footer, madeAt, isPractice = false, isLandscape = false } = options
  // No font to begin with: the library's own have no Arabic and are never loaded.
  const doc = new PDFDocument({
    size: 'A4',
    layout: isLandscape ? 'landscape' : 'portrait',
    margin: 0,
    autoFirstPage: false,
    font: '',
    lang: options.locale,
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: title, Creator: 'Sanad', Producer: 'Sanad', CreationDate: madeAt },
  })
  const ink = makeInk(doc)
  const [long, short] = [841.89, 595.28]
  const [pageWidth, pageHeight] = isLandscape ? [long, short] : [short, long]
  const width = pageWidth - 2 * margin.side
  const bottom = pageHeight - margin.bottom
  const totals = new Map<Locale, { form: PDFKit.PDFKitReference; resources: { Font: object } }>()
  let pages = 0
  let spoken = { locale: options.locale, title }

  /** The number of pages is known at the end only, so each page shows one drawing that is made last. */
  function showTotal(): void {
    const resources = { Font: {} }
    const known = totals.get(spoken.locale) ?? {
      resources,
      form: doc.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, pageWidth, pageHeight], Resources: resources }),
    }
    totals.set(spoken.locale, known)
    doc.page.xobjects[`Total-${spoken.locale}`] = known.form
    doc.addContent(`/Total-${spoken.locale} Do`)
  }

  const oneLine = (text: string, style: Style) => ink.lines(text, Number.POSITIVE_INFINITY, style, press.direction)
  const roomForTotal = 15

  function furnish(): void {
    const t = translator(spoken.locale)
    const head = 34
    press.put(
      oneLine(t('paper.programme'), { ...small, weight: 'bold' }),
      { offset: 0, width, y: head },
      { ...small, weight: 'bold', color: colors.text },
    )
    const about = ink.lines(
      [spoken.title, reference].filter(Boolean).join(' \u00B7 '),
      width * 0.62,
      small,
      press.direction,
    )
    press.put(about.slice(0, 1), { offset: width * 0.38, width: width * 0.62, y: head, align: 'end' }, small)
    press.rule(head + 18)
    if (isPractice) mark(t('common.practice.title'))
    const foot = pageHeight - 42
    press.rule(foot - 6)
    if (footer)
      press.put(
        ink.lines(footer, width - 110, small, press.direction).slice(0, 2),
        { offset: 0, width, y: foot },
        small,
      )
    press.put(
      oneLine(t('paper.page', { page: String(pages) }), small),
      { offset: width - 110, width: 110 - roomForTotal, y: foot, align: 'end' },
      small,
    )
    showTotal()
  }

  function mark(words: string): void {
    const style: Style = { size: 64, weight: 'bold', color: colors.mark }
    const lines = oneLine(words, style)
    const wide = lines[0]?.width ?? 0
    doc.save().rotate(-35, { origin: [pageWidth / 2, pageHeight / 2] })
    for (const line of lines) ink.draw(line, (pageWidth - wide) / 2, pageHeight / 2 - 50, style)
    doc.restore()
    press.put(
      oneLine(words, { ...small, weight: 'bold' }),
      { offset: 0, width, y: 16, align: 'middle' },
      { ...small, weight: 'bold', color: colors.warning },
    )
  }

  const press: Press = {
    doc,
    ink,
    y: margin.top,
    width,
    height: bottom - margin.top,
    get locale() {
      return spoken.locale
    },
    get direction() {
      return directionOf(spoken.locale)
    },
    newPage() {
      doc.addPage()
      pages += 1
      press.y = margin.top
      furnish()
    },
    makeRoom(height) {
      if (pages > 0 && press.y + height <= bottom) return false
      press.newPage()
      return true
    },
    leftOf(offset, boxWidth) {
      return press.direction === 'rtl' ? pageWidth - margin.side - offset - boxWidth : margin.side + offset
    },
    put(lines, { offset, width: boxWidth, y, align = 'start' }, style) {
      const left = press.leftOf(offset, boxWidth)
      const isAtRight = align === (press.direction === 'rtl' ? 'start' : 'end')
      lines.forEach((line, at) => {
        const free = boxWidth - line.width
        const x = left + (align === 'middle' ? free / 2 : isAtRight ? free : 0)
        ink.draw(line, x, y + heightOf(at, style), style)
      })
      return heightOf(lines.length, style)
    },
    rule(y, color = colors.rule, thick = 0.6) {
      doc.lineWidth(thick).strokeColor(color)
      doc
        .moveTo(margin.side, y)
        .lineTo(pageWidth - margin.side, y)
        .stroke()
    },
    speak(locale, newTitle = spoken.title) {
      spoken = { locale, title: newTitle }
    },
    close() {
      if (pages === 0) press.newPage()
      const { content } = doc.page
      for (const [locale, { form, resources }] of totals) {
        press.speak(locale)
        doc.page.content = form
        const box = { offset: width - roomForTotal + 3, width: roomForTotal - 3, y: pageHeight - 42 }
        press.put(oneLine(String(pages), small), box, small)
        resources.Font = doc.page.fonts
        form.end('')
      }
      doc.page.content = content
      doc.end()
    },
  }
  return press
}
