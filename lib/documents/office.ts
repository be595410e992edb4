import { openZip } from './zip'

const kinds = [
  { extension: 'docx', part: 'word/document.xml', type: 'wordprocessingml.document' },
  { extension: 'xlsx', part: 'xl/workbook.xml', type: 'spreadsheetml.sheet' },
] as const

export type OfficeKind = (typeof kinds)[number]['extension']

/**
 * What a ZIP is: a Word or Excel document without macros, or why it is not taken: `type` when it is something else or
 * can run code, `broken` when it is cut short. Source: ECMA-376 part 2, content types of a package.
 */
export function officeKind(bytes: Uint8Array): OfficeKind | 'type' | 'broken' {
  const zip = openZip(bytes)
  if (!zip) return 'broken'
  if (!zip.names.includes('[Content_Types].xml')) return 'type'
  const list = zip.read('[Content_Types].xml', 1024 * 1024)
  if (!list) return 'broken'
  const types = new TextDecoder().decode(list)
  // Macros and ActiveX are code; a document that carries them is refused whatever it is called.
  if (/macroEnabled|vbaProject|activeX/i.test(types) || zip.names.some((name) => /vbaProject|activeX/i.test(name)))
    return 'type'
  const kind = kinds.find(({ part, type }) => zip.names.includes(part) && types.includes(`${type}.main+xml`))
  return kind?.extension ?? 'type'
}
