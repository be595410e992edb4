import Link from 'next/link'
import type { ReactNode } from 'react'

export type Column<Row> = {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  /** Figures stand at the end, so that they can be compared. */
  align?: 'start' | 'end'
  /** Left out on a phone's card and where the window is narrow. */
  desktopOnly?: boolean
}

type DataTableProps<Row> = {
  /** Says what the table holds; read out, not shown. */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Where the row opens. The first column becomes the link, and the whole row can be pressed. */
  rowHref?: (row: Row) => string
  /** Columns of one width, so that tables under one another can be compared. */
  isEven?: boolean
}

/** What a cell is, for its style. An attribute that is not there must not be named: the router's copy of the page would carry it. */
const attributesOf = <Row,>(column: Column<Row>, index: number, cell: ReactNode) => ({
  ...(index > 0 && { 'data-label': column.header }),
  ...(column.align === 'end' && { 'data-end': true }),
  ...(column.desktopOnly && { 'data-desk': true }),
  // A dash keeps a table's column; on a card it is a line that says nothing.
  ...(cell === '–' && { 'data-none': true }),
})

/**
 * A table to compare in; on a phone each row is a card and nothing scrolls sideways. The roles are spelled out because
 * a table that is laid out as blocks is no table to a screen reader any more. How rows and cells look stands in globals.css:
 * class names in each of two hundred cells were a fifth of a list's bytes.
 */
export function DataTable<Row>({ caption, columns, rows, rowKey, rowHref, isEven }: DataTableProps<Row>) {
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: see above
    <table role="table" className="card-table" {...(isEven && { 'data-even': true })}>
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column.key}
              role="columnheader"
              scope="col"
              {...(column.align === 'end' && { 'data-end': true })}
              {...(column.desktopOnly && { 'data-desk': true })}
            >
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map((column, index) => {
              const cell = column.cell(row)
              return (
                <td key={column.key} role="cell" {...attributesOf(column, index, cell)}>
                  {index === 0 && rowHref ? (
                    <Link href={rowHref(row)} prefetch={false} data-row-link>
                      {cell}
                    </Link>
                  ) : cell === '' ? null : (
                    <div>{cell}</div>
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  )
}
