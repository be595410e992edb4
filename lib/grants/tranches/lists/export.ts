import type { Actor } from '../../../auth/actor'
import { formatter } from '../../../format'
import type { Locale } from '../../../i18n/locales'
import { translator } from '../../../i18n/translator'
import { makePaper } from '../../../paper/paper'
import type { SheetColumn } from '../../../sheets/cells'
import { writeCsv } from '../../../sheets/csv'
import { writeXlsx } from '../../../sheets/xlsx'
import { type ListHead, type ListRow, rowsOfList } from './queries'

/** The columns that a bank gets, and gives back with its answers. */
function columnsOf(locale: Locale, list: ListHead): SheetColumn<ListRow>[] {
  const t = translator(locale)
  return [
    { kind: 'number', head: t('payments.lists.position'), value: (row) => row.position, width: 8 },
    { kind: 'text', head: t('payments.field.reference'), value: (row) => row.reference },
    { kind: 'text', head: t('payments.field.payee'), value: (row) => row.payeeName, width: 32 },
    { kind: 'text', head: t('payments.field.account'), value: (row) => row.payeeAccount },
    {
      kind: 'money',
      head: t('payments.field.amount'),
      value: (row) => ({ minor: row.amountMinor, currency: list.currency }),
    },
    { kind: 'text', head: t('payments.field.currency'), value: () => list.currency, width: 10 },
    { kind: 'date', head: t('payments.field.planned'), value: (row) => row.plannedOn },
  ]
}

/** The list as CSV, sent while its rows come. */
export function listAsCsv(actor: Actor, locale: Locale, list: ListHead): ReadableStream<Uint8Array> {
  return writeCsv(columnsOf(locale, list), rowsOfList(actor, list.id))
}

/** The list as a workbook. */
export function listAsXlsx(actor: Actor, locale: Locale, list: ListHead): Promise<Buffer> {
  const sheet = { name: list.number, columns: columnsOf(locale, list), rows: rowsOfList(actor, list.id) }
  return writeXlsx([sheet], { rightToLeft: locale !== 'en' })
}

/** A longer list is not printed: its pages are all made before the first is sent. Bank and agent take it as a sheet. */
export const mostOnPaper = 2000

/** The list on paper, with its total and lines to sign on. */
export async function listAsPdf(actor: Actor, locale: Locale, list: ListHead, isPractice: boolean): Promise<Buffer> {
  const t = translator(locale)
  const format = formatter(locale)
  const title = t('payments.lists.title')
  const paper = makePaper({ locale, title, reference: list.number, madeAt: list.madeAt, isPractice })
  const money = (minor: number) => format.money(minor, list.currency)
  paper.heading(title)
  paper.facts([
    { term: t('payments.lists.number'), value: list.number },
    { term: t('payments.field.channel'), value: t(`payments.channel.${list.channel}`) },
    { term: t('payments.lists.madeOn'), value: format.date(list.madeAt) },
    { term: t('payments.lists.madeBy'), value: list.madeBy },
    { term: t('payments.lists.rows'), value: format.number(list.rows) },
    { term: t('payments.lists.total'), value: money(list.totalMinor) },
  ])
  const rows: string[][] = []
  for await (const row of rowsOfList(actor, list.id))
    rows.push([
      format.number(row.position),
      row.reference,
      row.payeeName,
      row.payeeAccount || '–',
      money(row.amountMinor),
    ])
  await paper.table({
    columns: [
      { head: t('payments.lists.position') },
      { head: t('payments.field.reference'), share: 3 },
      { head: t('payments.field.payee'), share: 4 },
      { head: t('payments.field.account'), share: 3 },
      { head: t('payments.field.amount'), share: 3, align: 'end' },
    ],
    rows,
    totals: ['', '', '', t('payments.lists.total'), money(list.totalMinor)],
  })
  paper.space(24)
  paper.signatures([
    { name: list.madeBy, role: t('payments.lists.signMade') },
    { name: '', role: t('payments.lists.signAuthorised') },
    { name: '', role: t('payments.lists.signReceived') },
  ])
  return paper.toBuffer()
}
