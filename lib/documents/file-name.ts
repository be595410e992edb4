import { cleanText } from '../digits'

const mostLetters = 120

/**
 * A file's name as it is kept: one clean line without a path, at most 120 characters, with the extension that its
 * content has. A name of nothing becomes `document`.
 */
export function cleanFileName(given: string, extension: string): string {
  const last = cleanText(given).split(/[/\\]/).at(-1) ?? ''
  const stem = last
    .replace(/\.[a-z][a-z0-9]{1,4}$/i, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const letters = [...stem].slice(0, mostLetters - extension.length - 1).join('')
  return `${letters.trim() || 'document'}.${extension}`
}

/**
 * The Content-Disposition of a download: RFC 6266, with the name in UTF-8 (RFC 8187) and a plain one for clients that
 * know only ASCII.
 */
export function contentDisposition(how: 'inline' | 'attachment', fileName: string): string {
  const dot = fileName.lastIndexOf('.')
  const stem = fileName
    .slice(0, dot)
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%]/g, '_')
    .trim()
  const plain = `${/[a-z0-9]/i.test(stem) ? stem : 'document'}${fileName.slice(dot)}`
  const encoded = encodeURIComponent(fileName).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`)
  return `${how}; filename="${plain}"; filename*=UTF-8''${encoded.replace(/%[0-9a-f]{2}/g, (code) => code.toUpperCase())}`
}
