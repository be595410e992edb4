import { baghdadDay } from '@/lib/format'
import { type Html, html } from '@/lib/html'
import { inLocale } from '@/lib/i18n/in-locale'
import { ageOn, documentTypes, type ReleasableField } from '@/lib/people/domain'
import { formatPhone } from '@/lib/people/phone'
import { isAnswerable } from '@/lib/referrals/loop/domain'
import type { FacilityPage } from '@/lib/referrals/loop/page'
import type { Released } from '@/lib/referrals/loop/released'
import { deedForms } from './deed-forms'
import type { Page } from './reply'
import type { Words } from './words'

/** What there is to say of the answer that was just given: it was taken, or what was wrong, with what was typed. */
export type Note =
  | { kind: 'done' }
  | { kind: 'meanwhile' | 'order' | 'invalid'; fields: Record<string, string>; typed: Record<string, unknown> }

const statusOf = { done: 200, meanwhile: 409, order: 422, invalid: 422 } as const

const ltr = (text: string) => html`<bdi dir="ltr">${text}</bdi>`

function birthText({ t, format }: Words, { birth_on, birth_precision }: Released): string | null {
  if (!birth_on) return null
  const years = ageOn({ date: birth_on }, baghdadDay(new Date())) ?? 0
  if (birth_precision === 'estimated') return t('loop.page.ageAbout', { years })
  const date =
    birth_precision === 'day'
      ? format.date(birth_on)
      : birth_precision === 'month'
        ? format.month(birth_on)
        : birth_on.slice(0, 4)
  return `${t('loop.page.age', { years })} · ${date}`
}

/** The value of a released field as the page shows it. */
function shownOf(words: Words, released: Released, field: ReleasableField): Html | string | null {
  const { t, lang } = words
  switch (field) {
    case 'sex':
      return released.sex && t(`loop.page.sex.${released.sex}`)
    case 'birth_date':
      return birthText(words, released)
    case 'phone':
      return released.phone && html`<a href="tel:${released.phone}">${ltr(formatPhone(released.phone))}</a>`
    case 'place':
      return released.place_en && inLocale(lang, { en: released.place_en, ar: released.place_ar ?? '' })
    case 'document': {
      const type = documentTypes.find((one) => one === released.document_type) ?? 'none'
      return html`${t(`people.documentType.${type}`)} ${released.document_number && ltr(released.document_number)}`
    }
    case 'disability':
      return t(
        released.disability === null ? 'loop.page.notKnown' : released.disability ? 'loop.page.yes' : 'loop.page.no',
      )
    default:
      return released[field] && html`<span class="text" dir="auto">${released[field]}</span>`
  }
}

const facts = (rows: readonly (readonly [string, Html | string | null])[]) =>
  html`<dl>${rows.map(([term, value]) => html`<dt>${term}</dt><dd>${value || '–'}</dd>`)}</dl>`

function noteOf({ t }: Words, note: Note): Html {
  const text = t(note.kind === 'invalid' ? 'loop.page.check' : `loop.page.${note.kind}`)
  return html`<p class="notice ${note.kind === 'done' ? 'good' : 'warning'}" role="status">${text}</p>`
}

/** A referral as its facility sees it: only what was released, where it stands, and what may be answered now. */
export function facilityPage(words: Words, linkId: string, page: FacilityPage, note: Note | null): Page {
  const { t, lang, format } = words
  const { status, released } = page
  const when = page.appointmentAt ? format.dateTime(page.appointmentAt) : '–'
  return {
    title: t('loop.page.title'),
    status: note ? statusOf[note.kind] : 200,
    body: html`<p>${ltr(page.reference)}<br>${t('loop.page.to', { facility: inLocale(lang, page.facility) })}</p>
${note && noteOf(words, note)}${page.isEmergency && html`<p class="notice warning">${t('loop.page.emergency')}</p>`}
<section><h2>${t('loop.page.person')}</h2>${facts(
      released.fields.map((field) => [t(`referrals.field.${field}`), shownOf(words, released, field)]),
    )}</section>
<section><h2>${t('loop.page.answer')}</h2>${
      isAnswerable(status) &&
      html`<p>${t(`loop.page.stands.${status}`, { when })}</p>${deedForms(words, linkId, page, status, note)}`
    }</section>
<section><h2>${t('loop.page.about')}</h2>${facts([
      [t('loop.page.service'), t(`referrals.service.${page.service}`)],
      [t('loop.page.priority'), t(`referrals.priority.${page.priority}`)],
      [t('loop.page.due'), page.dueAt && format.dateTime(page.dueAt)],
      ...(page.appointmentAt ? [[t('loop.page.appointment'), when] as const] : []),
    ])}</section><p class="hint">${t('loop.page.private')}</p>`,
  }
}
