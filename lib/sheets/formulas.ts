/**
 * Text that a spreadsheet would run. Excel, LibreOffice and Google Sheets take a CSV cell for a formula when it begins
 * with one of = + - @, also behind white space and in its wide form; where the list separator is `;` a cell is cut
 * there, so its parts count too. As OWASP advises, an apostrophe is set before such text: it then shows as written.
 * A phone number becomes `'+964 770 …`: every digit stays readable, where Excel would show 9.64E+12. Reading the file
 * again takes the apostrophe away. Source: https://owasp.org/www-community/attacks/CSV_Injection
 */
const STARTS_FORMULA =
  /(?<=^|[;\t\r\n])(?='*(?:(?:[^\S\t\r\n]|\p{Cf})*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE62\uFE63\uFE66\uFE6B\u2212]|[\t\r\n]))/gu
const GUARD =
  /(?<=^|[;\t\r\n])'(?='*(?:(?:[^\S\t\r\n]|\p{Cf})*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE62\uFE63\uFE66\uFE6B\u2212]|[\t\r\n]))/gu

/** The text so that no spreadsheet runs any of it. */
export function withoutFormula(text: string): string {
  return text.replace(STARTS_FORMULA, "'")
}

/** The text as it was before `withoutFormula`. */
export function withFormulaBack(text: string): string {
  return text.replace(GUARD, '')
}
