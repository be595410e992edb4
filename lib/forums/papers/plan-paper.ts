import { formatter } from '../../format'
import { inLocale } from '../../i18n/in-locale'
import type { Locale } from '../../i18n/locales'
import { translator } from '../../i18n/translator'
import { makePaper, type Paper } from '../../paper/paper'
import type { PlanPage } from '../safety-plans/queries'

const languages: readonly Locale[] = ['ar', 'en']

/** The security safety plan in Arabic, then in English: what comes first, who does what, when it is looked at again. */
export async function planPaper(page: PlanPage, madeAt: Date, isPractice: boolean): Promise<Buffer> {
  const title = (locale: Locale) => translator(locale)('safetyPlans.title')
  const { reference } = page.forum
  const paper = makePaper({ locale: 'ar', title: title('ar'), reference, madeAt, isPractice, isLandscape: true })
  for (const locale of languages) {
    if (locale !== 'ar') {
      paper.speak(locale, title(locale))
      paper.newPage()
    }
    await writeHalf(paper, locale, page)
  }
  return paper.toBuffer()
}

async function writeHalf(paper: Paper, locale: Locale, { plan, measures }: PlanPage): Promise<void> {
  const t = translator(locale)
  const format = formatter(locale)
  paper.heading(t('safetyPlans.title'))
  paper.facts([
    { term: t('forums.list.name'), value: inLocale(locale, { en: plan.nameEn, ar: plan.nameAr }) },
    { term: t('forums.page.policeStation'), value: plan.policeStation },
    { term: t('safetyPlans.time'), value: `${format.date(plan.startsOn)} – ${format.date(plan.endsOn)}` },
    {
      term: t('safetyPlans.adoptedOn'),
      value: plan.adoptedOn ? format.date(plan.adoptedOn) : t('safetyPlans.status.draft'),
    },
  ])
  if (plan.situation) {
    paper.heading(t('safetyPlans.situation'), 2)
    paper.paragraph(plan.situation)
  }
  paper.heading(t('safetyPlans.measures'), 2)
  await paper.table({
    columns: [
      { head: t('safetyPlans.priority'), share: 1 },
      { head: t('safetyPlans.concern'), share: 2.6 },
      { head: t('safetyPlans.measure'), share: 3.4 },
      { head: t('safetyPlans.responsible'), share: 1.8 },
      { head: t('safetyPlans.reviewOn'), share: 1.3 },
      { head: t('safetyPlans.finding'), share: 2.4 },
    ],
    rows: measures.map((row) => [
      t(`concerns.severity.${row.priority}`),
      row.summary ?? '–',
      row.measure,
      row.responsible,
      format.shortDate(row.review_on),
      row.finding || '–',
    ]),
  })
  paper.signatures([
    { name: '', role: t('forums.part.chair') },
    { name: '', role: t('forums.page.policeStation') },
    { name: plan.adoptedBy ?? '', role: t('forums.page.team') },
  ])
}
