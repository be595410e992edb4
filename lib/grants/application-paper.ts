import { formatter } from '../format'
import { inLocale } from '../i18n/in-locale'
import type { Locale } from '../i18n/locales'
import { translateRefusal, translator } from '../i18n/translator'
import { makePaper, type Paper } from '../paper/paper'
import type { DecisionCard } from './decision-card'

type Made = { reference: string; place: { en: string; ar: string }; madeAt: Date; isPractice: boolean }

/** The application with its screening, visit and plan on A4, in the reader's language, with lines to sign. */
export async function applicationPaper(card: DecisionCard, locale: Locale, made: Made): Promise<Buffer> {
  const t = translator(locale)
  const { reference, madeAt, isPractice } = made
  const paper = makePaper({ locale, title: t('grants.paper.title'), reference, madeAt, isPractice })
  paper.heading(t('grants.paper.title'))
  writeRequest(paper, locale, card, made)
  await writeReview(paper, locale, card)
  await writePlan(paper, locale, card)
  paper.signatures([
    { name: nameOf(card), role: t('grants.facts.applicant') },
    { name: card.request.submittedBy ?? '', role: t('grants.facts.caseworker') },
  ])
  return paper.toBuffer()
}

const nameOf = ({ request }: DecisionCard) =>
  [request.givenName, request.fatherName, request.grandfatherName, request.familyName].filter(Boolean).join(' ')

function writeRequest(paper: Paper, locale: Locale, card: DecisionCard, { reference, place }: Made): void {
  const t = translator(locale)
  const format = formatter(locale)
  const { request } = card
  const form = request.form === 'cash' ? 'cash' : 'in_kind'
  paper.facts([
    { term: t('grants.list.reference'), value: reference },
    { term: t('grants.facts.applicant'), value: nameOf(card) },
    { term: t('grants.facts.place'), value: inLocale(locale, place) },
    { term: t('grants.facts.round'), value: request.roundCode },
    { term: t('grants.facts.amount'), value: format.money(request.amountMinor, request.currency) },
    { term: t('grants.facts.form'), value: t(`grants.form.form.${form}`) },
    { term: t('grants.facts.sector'), value: inLocale(locale, { en: request.sectorEn, ar: request.sectorAr }) },
    { term: t('grants.facts.business'), value: request.businessName || '–' },
    { term: t('grants.facts.household'), value: t('grants.facts.members', { count: request.householdSize }) },
    { term: t('grants.facts.dependants'), value: format.number(request.dependants) },
    { term: t('grants.facts.income'), value: format.money(request.monthlyIncomeMinor, 'IQD') },
    { term: t('grants.facts.experience'), value: t('grants.facts.years', { count: request.yearsOfExperience }) },
    {
      term: t('grants.facts.submitted'),
      value: request.submittedOn ? format.date(request.submittedOn) : t('grants.facts.notYet'),
    },
  ])
  paper.heading(t('grants.facts.purpose'), 2)
  paper.paragraph(request.purpose)
}

async function writeReview(paper: Paper, locale: Locale, { screening, verifications }: DecisionCard): Promise<void> {
  const t = translator(locale)
  const format = formatter(locale)
  if (screening) {
    paper.heading(`${t('grants.screening.score')}: ${t('grants.screening.ofHundred', { score: screening.score })}`, 2)
    await paper.table({
      columns: [
        { head: t('grants.paper.line'), share: 4 },
        { head: t('grants.paper.points'), align: 'end' },
      ],
      rows: screening.scoreLines.map((line) => [
        translateRefusal(t, line),
        t('grants.screening.line', { points: line.points, most: line.most }),
      ]),
    })
  }
  for (const visit of verifications) {
    paper.heading(`${t('grants.verification.title')} · ${format.date(visit.visitedOn)}`, 2)
    paper.paragraph(`${visit.place} · ${visit.verifiedBy}`, { isMuted: true })
    paper.paragraph(visit.findings)
  }
}

async function writePlan(paper: Paper, locale: Locale, { plan, request }: DecisionCard): Promise<void> {
  if (!plan) return
  const t = translator(locale)
  const format = formatter(locale)
  const money = (minor: number) => format.money(minor, request.currency)
  paper.heading(t('plan.title'), 2)
  paper.paragraph(plan.description)
  await paper.table({
    columns: [
      { head: t('plan.item'), share: 4 },
      { head: t('plan.quantity'), align: 'end' },
      { head: t('plan.unitPrice'), share: 2, align: 'end' },
      { head: t('plan.sum'), share: 2, align: 'end' },
    ],
    rows: plan.lines.map((line) => [
      line.item,
      format.number(line.quantity),
      money(line.unitPriceMinor),
      money(line.quantity * line.unitPriceMinor),
    ]),
    totals: [t('plan.total'), '', '', money(plan.totalMinor)],
  })
  paper.facts([{ term: t('plan.own'), value: money(plan.ownContributionMinor) }])
}
