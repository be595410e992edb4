import { formatter } from '../../format'
import { inLocale } from '../../i18n/in-locale'
import type { Locale } from '../../i18n/locales'
import { translator } from '../../i18n/translator'
import { makePaper, type Paper } from '../../paper/paper'
import { untriagedStatuses } from '../concerns/machine'
import { headsIn } from '../sessions/domain'
import type { SessionPage } from '../sessions/queries'

const languages: readonly Locale[] = ['ar', 'en']

/** Whether a session's minutes may go on paper: they are approved and change no more. */
export const hasMinutes = ({ session }: SessionPage) => ['minutes_approved', 'shared'].includes(session.status)

function writeList(paper: Paper, title: string, lines: readonly string[], none: string): void {
  paper.heading(title, 2)
  if (lines.length === 0) paper.paragraph(none, { isMuted: true })
  for (const [at, line] of lines.entries()) paper.paragraph(`${at + 1}. ${line}`)
}

/** The minutes of a session in Arabic, then in English: counts instead of names, and of what was raised only what was triaged. */
export async function minutesPaper(page: SessionPage, madeAt: Date, isPractice: boolean): Promise<Buffer> {
  const title = (locale: Locale) => translator(locale)('forums.minutes.paper')
  const { reference } = page.forum
  const paper = makePaper({ locale: 'ar', title: title('ar'), reference, madeAt, isPractice })
  for (const locale of languages) {
    if (locale !== 'ar') {
      paper.speak(locale, title(locale))
      paper.newPage()
    }
    await writeHalf(paper, locale, page)
  }
  return paper.toBuffer()
}

async function writeHalf(paper: Paper, locale: Locale, page: SessionPage): Promise<void> {
  const { session, counts, agenda, raised, agreed } = page
  const t = translator(locale)
  const format = formatter(locale)
  const of = (sex: 'female' | 'male') => format.number(headsIn(counts.filter((one) => one.sex === sex)))
  paper.heading(t('forums.minutes.paper'))
  paper.facts([
    { term: t('forums.list.name'), value: inLocale(locale, { en: session.nameEn, ar: session.nameAr }) },
    { term: t('forums.attendance.heldOn'), value: format.date(session.heldOn ?? session.startsAt) },
    { term: t('forums.sessions.venue'), value: session.venue },
    {
      term: t('forums.attendance.attended'),
      value: `${format.number(session.attended ?? 0)} (${t('people.sex.female')}: ${of('female')} · ${t('people.sex.male')}: ${of('male')})`,
    },
  ])
  const points = agenda.filter((item) => !item.is_untriaged).map((item) => item.label)
  writeList(paper, t('forums.agenda.title'), points, t('forums.agenda.none'))
  paper.heading(t('forums.minutes.title'), 2)
  paper.paragraph(session.minutes)
  const triaged = raised.filter((row) => !untriagedStatuses.some((status) => status === row.status))
  const said = triaged.map((row) => row.summary)
  writeList(paper, t('forums.sessions.raised'), said, t('forums.sessions.noneRaised'))
  paper.heading(t('forums.sessions.agreed'), 2)
  if (agreed.length === 0) paper.paragraph(t('concerns.actions.none'), { isMuted: true })
  else
    await paper.table({
      columns: [
        { head: t('concerns.actions.list.action'), share: 4 },
        { head: t('concerns.actions.list.owner'), share: 2.5 },
        { head: t('concerns.actions.list.due'), share: 1.5 },
      ],
      rows: agreed.map((row) => [
        row.title,
        row.ownerKind === 'organisation' ? row.ownerName : t('forums.said.person'),
        format.shortDate(row.dueOn),
      ]),
    })
  paper.space(8)
  paper.signatures([
    { name: '', role: t('forums.part.chair') },
    { name: session.approvedBy ?? '', role: t('forums.minutes.approver') },
  ])
}
