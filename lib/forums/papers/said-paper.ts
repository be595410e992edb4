import { formatter } from '../../format'
import { inLocale } from '../../i18n/in-locale'
import type { Locale } from '../../i18n/locales'
import { type Translator, translator } from '../../i18n/translator'
import { makePaper, type Paper } from '../../paper/paper'
import type { ConcernStatus } from '../concerns/machine'
import type { Said, SaidSheet } from './said-query'

const languages: readonly Locale[] = ['ar', 'en']

/** Where what was said stands, as a forum asks for it: done and seen, done, on its way, and what others do. */
const groups = {
  verified: ['verified_by_forum', 'closed'],
  resolved: ['resolved'],
  open: ['accepted', 'planned', 'in_progress', 'reopened'],
  others: ['referred_out', 'out_of_scope'],
} as const satisfies Record<string, readonly ConcernStatus[]>
type Group = keyof typeof groups

const inGroup = (rows: readonly Said[], group: Group) =>
  rows.filter((row) => groups[group].some((status) => status === row.status))

function agreedIn(t: Translator, { agreed }: Said): string {
  return agreed
    .map(({ title, owner, status }) =>
      // A line each: in the English half the first two are mostly Arabic.
      [title, owner, t(`concerns.actions.status.${status}`)].filter(Boolean).join('\n'),
    )
    .join('\n')
}

function outcomeIn(t: Translator, locale: Locale, row: Said): string {
  const { status, result, referred_to, verified_on } = row
  if (status === 'referred_out') return t('forums.said.referred', { whom: referred_to })
  if (status === 'out_of_scope') return t('forums.said.outOfScope')
  const verified = verified_on && t('forums.said.verifiedOn', { day: formatter(locale).shortDate(verified_on) })
  return [result, verified].filter(Boolean).join('\n') || t(`concerns.status.${status}`)
}

async function writeGroup(paper: Paper, locale: Locale, group: Group, rows: readonly Said[]): Promise<void> {
  const t = translator(locale)
  const format = formatter(locale)
  if (rows.length === 0) return
  paper.heading(t(`forums.said.group.${group}`), 2)
  await paper.table({
    columns: [
      { head: t('forums.said.raisedOn'), share: 1.3 },
      { head: t('forums.said.youSaid'), share: 3 },
      { head: t('forums.said.weAgreed'), share: 3.4 },
      { head: t('forums.said.whatCame'), share: 3 },
    ],
    rows: rows.map((row) => [
      format.shortDate(row.raised_on),
      `${t(`concerns.category.${row.category}`)}\n${row.summary}`,
      agreedIn(t, row) || '–',
      outcomeIn(t, locale, row),
    ]),
  })
}

/** "You said, we did": what earlier sessions raised and what came of it, in Arabic, then in English. No names, no places, nothing restricted. */
export async function saidPaper(sheet: SaidSheet, madeAt: Date, isPractice: boolean): Promise<Buffer> {
  const title = (locale: Locale) => translator(locale)('forums.said.title')
  const { reference } = sheet
  const paper = makePaper({ locale: 'ar', title: title('ar'), reference, madeAt, isPractice })
  for (const locale of languages) {
    const t = translator(locale)
    const format = formatter(locale)
    if (locale !== 'ar') {
      paper.speak(locale, title(locale))
      paper.newPage()
    }
    paper.heading(title(locale))
    paper.facts([
      { term: t('forums.list.name'), value: inLocale(locale, sheet.name) },
      { term: t('forums.list.place'), value: inLocale(locale, sheet.place) },
      { term: t('forums.said.before'), value: format.date(sheet.before) },
      {
        term: t('forums.said.how'),
        value: t('forums.said.counts', {
          all: sheet.rows.length,
          verified: format.number(inGroup(sheet.rows, 'verified').length),
          open: format.number(inGroup(sheet.rows, 'open').length),
        }),
      },
    ])
    if (sheet.rows.length === 0) paper.paragraph(t('forums.said.none'))
    for (const group of ['verified', 'resolved', 'open', 'others'] as const)
      await writeGroup(paper, locale, group, inGroup(sheet.rows, group))
    paper.paragraph(t('forums.said.note'), { isMuted: true })
  }
  return paper.toBuffer()
}
