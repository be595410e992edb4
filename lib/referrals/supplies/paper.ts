import { formatter } from '../../format'
import { inLocale } from '../../i18n/in-locale'
import type { Locale } from '../../i18n/locales'
import { translator } from '../../i18n/translator'
import { makePaper } from '../../paper/paper'
import type { DeliveryPage } from './queries'

const languages: readonly Locale[] = ['ar', 'en']

/** The dispatch note in Arabic, then in English: what goes where, with columns for what came and lines to sign on. */
export async function dispatchPaper({ head, items }: DeliveryPage, madeAt: Date, isPractice: boolean): Promise<Buffer> {
  const title = (locale: Locale) => translator(locale)('supplies.paper.title')
  const paper = makePaper({ locale: 'ar', title: title('ar'), reference: head.reference, madeAt, isPractice })
  for (const locale of languages) {
    const t = translator(locale)
    const format = formatter(locale)
    if (locale !== 'ar') {
      paper.speak(locale, title(locale))
      paper.newPage()
    }
    paper.heading(title(locale))
    paper.facts([
      { term: t('supplies.list.reference'), value: head.reference },
      {
        term: t('supplies.paper.to'),
        value: `${inLocale(locale, { en: head.facility_en, ar: head.facility_ar })} · ${inLocale(locale, { en: head.place_en, ar: head.place_ar })}`,
      },
      { term: t('supplies.paper.from'), value: inLocale(locale, { en: head.team_en, ar: head.team_ar }) },
      {
        term: t('supplies.facts.dispatched'),
        value: head.dispatched_at ? format.date(new Date(head.dispatched_at)) : '–',
      },
      { term: t('supplies.facts.carrier'), value: head.carrier || '–' },
      ...(head.remark ? [{ term: t('supplies.facts.remark'), value: head.remark }] : []),
    ])
    await paper.table({
      isGrid: true,
      columns: [
        { head: t('supplies.paper.number'), share: 0.5 },
        { head: t('supplies.field.name'), share: 3 },
        { head: t('supplies.field.batchOrSerial'), share: 1.8 },
        { head: t('supplies.field.expiresOn'), share: 1.5 },
        { head: t('supplies.field.sent'), share: 1.4, align: 'end' },
        { head: t('supplies.field.received'), share: 1.2, align: 'end' },
        { head: t('supplies.field.damaged'), share: 1.1, align: 'end' },
      ],
      rows: items.map((item) => [
        String(item.position),
        `${item.name} ${item.strength}`.trim(),
        item.batch,
        item.expires_on ? format.shortDate(item.expires_on) : '–',
        `${format.number(item.sent)} ${item.unit}`,
        // Until it was received, room for a hand.
        item.received === null ? '' : format.number(item.received),
        item.damaged === null ? '' : format.number(item.damaged),
      ]),
    })
    paper.paragraph(t('supplies.paper.check'), { isMuted: true })
    paper.space(12)
    paper.signatures([
      { name: head.approved_by ?? '', role: t('supplies.paper.issued') },
      { name: head.carrier, role: t('supplies.paper.carried') },
      { name: head.received_by, role: t('supplies.paper.received') },
    ])
  }
  return paper.toBuffer()
}
