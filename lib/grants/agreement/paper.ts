import { formatter } from '../../format'
import { inLocale } from '../../i18n/in-locale'
import type { Locale } from '../../i18n/locales'
import { translator } from '../../i18n/translator'
import { makePaper, type Paper } from '../../paper/paper'
import { agreementAddress } from './code'
import type { AgreementContent } from './content'

const languages: readonly Locale[] = ['ar', 'en']

type Agreement = { number: string; madeAt: Date; content: AgreementContent }

/** The agreement in Arabic, then in English, with its number and the code that confirms it. The same record gives the same bytes. */
export async function agreementPaper({ number, madeAt, content }: Agreement, isPractice: boolean): Promise<Buffer> {
  const title = (locale: Locale) => translator(locale)('agreement.paper.title')
  const paper = makePaper({ locale: 'ar', title: title('ar'), reference: number, madeAt, isPractice })
  for (const locale of languages) {
    if (locale !== 'ar') {
      paper.speak(locale, title(locale))
      paper.newPage()
    }
    await writeHalf(paper, locale, { number, madeAt, content })
  }
  return paper.toBuffer()
}

async function writeHalf(paper: Paper, locale: Locale, { number, madeAt, content }: Agreement): Promise<void> {
  const t = translator(locale)
  const format = formatter(locale)
  const money = (minor: number) => format.money(minor, content.currency)
  const kind = content.identity?.kind
  const identity = kind ? t(`people.documentType.${kind}` as 'people.documentType.passport') : ''
  paper.heading(t('agreement.paper.title'))
  paper.facts([
    { term: t('agreement.paper.number'), value: number },
    { term: t('agreement.paper.grant'), value: content.reference },
    { term: t('agreement.paper.madeOn'), value: format.date(madeAt) },
    { term: t('agreement.paper.person'), value: content.person },
    ...(content.identity ? [{ term: identity, value: content.identity.number }] : []),
    { term: t('agreement.paper.place'), value: inLocale(locale, content.place) },
    { term: t('agreement.paper.business'), value: content.business || '–' },
    { term: t('agreement.paper.sector'), value: inLocale(locale, content.sector) },
    { term: t('agreement.paper.amount'), value: money(content.amountMinor) },
    { term: t('agreement.paper.form'), value: t(`agreement.paper.forms.${content.form}`) },
  ])
  paper.heading(t('agreement.paper.purpose'), 2)
  paper.paragraph(content.purpose)
  paper.heading(t('agreement.paper.tranches'), 2)
  await paper.table({
    columns: [
      { head: t('agreement.paper.tranche') },
      { head: t('agreement.paper.plannedOn'), share: 2 },
      { head: t('agreement.paper.amount'), share: 2, align: 'end' },
      { head: t('agreement.paper.after'), share: 4 },
    ],
    rows: content.parts.map((part) => [
      format.number(part.number),
      format.shortDate(part.plannedOn),
      money(part.amountMinor),
      part.number === 1 ? t('agreement.paper.afterSigning') : (content.milestones[part.number - 2]?.title ?? '–'),
    ]),
    totals: ['', t('agreement.paper.total'), money(content.amountMinor), ''],
  })
  if (content.form === 'in_kind') {
    paper.heading(t('agreement.paper.items'), 2)
    await paper.table({
      columns: [
        { head: t('agreement.paper.item'), share: 4 },
        { head: t('agreement.paper.quantity'), align: 'end' },
      ],
      rows: content.items.map(({ item, quantity }) => [item, format.number(quantity)]),
    })
  }
  // Whoever signs has the terms on the same page, not the last of them overleaf.
  paper.newPage()
  paper.heading(t('agreement.paper.terms'), 2)
  for (const term of ['use', 'milestones', 'visits', 'keep', 'stop', 'free'] as const)
    paper.paragraph(t(`agreement.paper.term.${term}`))
  paper.qr(agreementAddress(number), { caption: t('agreement.paper.scan') })
  paper.signatures([
    { name: content.person, role: t('agreement.paper.grantee') },
    { name: '', role: t('agreement.paper.programme') },
  ])
}
