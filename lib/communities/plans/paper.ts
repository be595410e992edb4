import { formatter } from '../../format'
import { inLocale } from '../../i18n/in-locale'
import type { Locale } from '../../i18n/locales'
import { translator } from '../../i18n/translator'
import { makePaper } from '../../paper/paper'
import { mostScore } from '../needs/score'
import type { PlanPage } from './queries'

const languages: readonly Locale[] = ['ar', 'en']

/** The action plan in Arabic, then in English: what it is, its needs in order, what came of them, and lines to sign on. */
export async function planPaper({ plan, row, needs }: PlanPage, madeAt: Date, isPractice: boolean): Promise<Buffer> {
  const title = (locale: Locale) => inLocale(locale, { en: row.titleEn, ar: row.titleAr })
  const paper = makePaper({ locale: 'ar', title: title('ar'), reference: row.reference, madeAt, isPractice })
  for (const locale of languages) {
    const t = translator(locale)
    const format = formatter(locale)
    if (locale !== 'ar') {
      paper.speak(locale, title(locale))
      paper.newPage()
    }
    const on = (day: string | null) => (day ? format.date(day) : '–')
    paper.heading(title(locale))
    paper.facts([
      { term: t('communities.reference'), value: row.reference },
      { term: t('communities.statusWord'), value: t(`communities.plans.status.${plan.status}`) },
      { term: t('communities.place'), value: inLocale(locale, { en: row.placeEn, ar: row.placeAr }) },
      { term: t('communities.plans.period'), value: `${on(row.startsOn)} – ${on(row.endsOn)}` },
      ...(row.partners ? [{ term: t('communities.plans.partners'), value: row.partners }] : []),
      ...(row.validatedOn
        ? [{ term: t('communities.plans.validatedOn'), value: `${on(row.validatedOn)} · ${row.validatedBy}` }]
        : []),
      ...(row.endorsedOn
        ? [{ term: t('communities.plans.endorsedBy'), value: `${row.endorsedBy} · ${on(row.endorsedOn)}` }]
        : []),
    ])
    paper.heading(t('communities.needs.title'), 2)
    paper.paragraph(t(`communities.plans.rankingHint.${plan.ranking}`), { isMuted: true })
    await paper.table({
      columns: [
        { head: t('communities.paper.number'), share: 0.5 },
        { head: t('communities.needs.one'), share: 3.4 },
        { head: t('communities.sectorWord'), share: 1.6 },
        { head: t('communities.needs.peopleAffected'), share: 1.3, align: 'end' },
        ...(plan.ranking === 'scored'
          ? [{ head: t('communities.needs.score'), share: 1.1, align: 'end' as const }]
          : []),
        { head: t('communities.statusWord'), share: 1.2 },
      ],
      rows: needs.map((need, index) => [
        format.number(index + 1),
        inLocale(locale, { en: need.titleEn, ar: need.titleAr }),
        t(`communities.sector.${need.sector}`),
        need.peopleAffected === null ? '–' : format.number(need.peopleAffected),
        ...(plan.ranking === 'scored' ? [need.score === null ? '–' : `${need.score}/${mostScore}`] : []),
        t(`communities.needs.status.${need.status}`),
      ]),
    })
    const told = needs.filter((need) => need.outcome)
    if (told.length > 0) {
      paper.heading(t('communities.paper.outcomes'), 2)
      paper.facts(
        told.map((need) => ({ term: inLocale(locale, { en: need.titleEn, ar: need.titleAr }), value: need.outcome })),
      )
    }
    if (row.review) {
      paper.heading(t('communities.plans.review'), 2)
      paper.paragraph(row.review)
    }
    paper.space(12)
    paper.signatures([
      { name: '', role: t('communities.paper.community') },
      { name: row.endorsedBy, role: t('communities.paper.authority') },
      { name: '', role: t('communities.paper.programme') },
    ])
  }
  return paper.toBuffer()
}
