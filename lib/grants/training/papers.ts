import { formatter } from '../../format'
import { inLocale } from '../../i18n/in-locale'
import type { Locale } from '../../i18n/locales'
import { translator } from '../../i18n/translator'
import { makePaper } from '../../paper/paper'
import type { CoursePage } from './course-queries'
import { hoursOf } from './hours'
import type { Certificate, SheetRow } from './sheet-queries'

type Made = { madeAt: Date; isPractice: boolean }

/** A certificate on two pages, Arabic first, with its number. The same certificate gives the same bytes. */
export function certificatePaper(certificate: Certificate, { isPractice }: Pick<Made, 'isPractice'>): Promise<Buffer> {
  const locales: readonly Locale[] = ['ar', 'en']
  const title = (locale: Locale) => translator(locale)('training.certificate.title')
  const paper = makePaper({
    locale: 'ar',
    title: title('ar'),
    reference: certificate.number,
    madeAt: new Date(`${certificate.certified_on}T09:00:00Z`),
    isPractice,
  })
  for (const locale of locales) {
    const t = translator(locale)
    const format = formatter(locale)
    const course = inLocale(locale, { en: certificate.title_en, ar: certificate.title_ar })
    if (locale !== 'ar') {
      paper.speak(locale, title(locale))
      paper.newPage()
    }
    paper.space(24)
    paper.heading(title(locale))
    paper.space(8)
    paper.paragraph(
      t('training.certificate.text', {
        name: certificate.name,
        course,
        from: format.date(certificate.starts_on),
        to: format.date(certificate.ends_on),
        present: hoursOf(certificate.present),
        total: hoursOf(certificate.total),
      }),
    )
    paper.space(8)
    paper.facts([
      { term: t('training.certificate.number'), value: certificate.number },
      { term: t('training.certificate.course'), value: `${course} (${certificate.code})` },
      { term: t('training.certificate.venue'), value: certificate.venue },
      { term: t('training.certificate.issuedOn'), value: format.date(certificate.certified_on) },
    ])
    paper.space(24)
    paper.signatures([
      { name: certificate.trainer, role: t('training.certificate.trainer') },
      { name: certificate.certified_by, role: t('training.certificate.issuedBy') },
    ])
  }
  return paper.toBuffer()
}

/** The attendance sheet on paper: of one session with a column to sign in, or of the course with its marks to fill in. */
export async function sheetPaper(
  page: CoursePage,
  locale: Locale,
  sheet: { session: { topic: string; heldOn: string; minutes: number }; rows: readonly SheetRow[] } | null,
  made: Made,
): Promise<Buffer> {
  const t = translator(locale)
  const format = formatter(locale)
  const { course, sessions, people } = page
  const title = t('training.sheet.title')
  const paper = makePaper({ locale, title, reference: course.code, isLandscape: !sheet, ...made })
  paper.heading(inLocale(locale, { en: course.titleEn, ar: course.titleAr }))
  paper.facts([
    { term: t('training.form.trainer'), value: course.trainer },
    { term: t('training.form.venue'), value: course.venue },
    ...(sheet
      ? [
          { term: t('training.course.topic'), value: sheet.session.topic },
          { term: t('training.course.heldOn'), value: format.date(sheet.session.heldOn) },
          { term: t('training.course.hours'), value: format.number(hoursOf(sheet.session.minutes)) },
        ]
      : []),
  ])
  const who = [
    { head: t('training.sheet.number'), share: 0.6 },
    { head: t('training.sheet.name'), share: 4 },
    { head: t('training.sheet.reference'), share: 2 },
  ]
  const onIt = people.filter((person) => !person.left_on)
  const numbered = (name: string, reference: string, index: number) => [String(index + 1), name, reference]
  if (sheet) {
    await paper.table({
      isGrid: true,
      columns: [
        ...who,
        { head: t('training.sheet.mark'), share: 1.2 },
        { head: t('training.sheet.signature'), share: 3 },
      ],
      rows: sheet.rows.map((row, index) => [
        ...numbered(row.name, row.reference, index),
        row.mark ? t(`training.mark.${row.mark}`) : '',
        // Room for a hand.
        '\n',
      ]),
    })
  } else {
    await paper.table({
      isGrid: true,
      columns: [...who, ...sessions.map((session) => ({ head: format.shortDate(session.heldOn), share: 1.2 }))],
      rows: onIt.map((person, index) => [
        ...numbered(person.name, person.reference, index),
        ...sessions.map(() => '\n'),
      ]),
    })
  }
  paper.space(16)
  paper.signatures([
    { name: course.trainer, role: t('training.sheet.trainer') },
    { name: '', role: t('training.sheet.supervisor') },
  ])
  return paper.toBuffer()
}
