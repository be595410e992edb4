/**
 * HTML for pages that must work on any phone and weigh nothing: text in, escaped text out. Attributes stand in double
 * quotes. Pure.
 *
 *     html`<p class="${name}">${text}</p>${items.map((item) => html`<li>${item}</li>`)}`
 */
export class Html {
  constructor(readonly text: string) {}
}

type Part = Html | string | number | false | null | undefined | readonly Part[]

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(part: Part): string {
  if (part instanceof Html) return part.text
  if (Array.isArray(part)) return part.map(escaped).join('')
  if (part === null || part === undefined || part === false) return ''
  return String(part).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}

/** Joins a template: what is put in is escaped unless it is HTML of this function; nothing stands for null and false. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(strings.map((text, index) => text + escaped(parts[index])).join(''))
}
