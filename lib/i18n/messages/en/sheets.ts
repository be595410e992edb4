/** Why a table of data (XLSX or CSV) is not read. Each says what to do. */
export const sheets = {
  empty: 'The file has no rows. Choose the file that has the table',
  tooBig: 'The file is larger than {most} MB. Split it into smaller files and upload them one by one',
  tooManyRows: 'The table has more than {most, number} rows. Split it into smaller files and upload them one by one',
  tooManyColumns:
    'The table has more than {most, number} columns. Delete the columns that are not needed and save it again',
  locked: 'The file has a password, or is in the old Excel format (XLS). Save it again as XLSX without a password',
  macros: 'The file has macros. Save it again as an ordinary Excel workbook (XLSX)',
  broken: 'The file is damaged or not complete. Open it in Excel, save it again as XLSX and upload that one',
  notTable: 'The file is not a table. Choose an Excel workbook (XLSX) or a CSV file',
} as const
