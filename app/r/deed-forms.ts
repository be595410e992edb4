import { type Html, html } from '@/lib/html'
import { translateRefusal } from '@/lib/i18n/translator'
import { outcomes, rejectReasons } from '@/lib/referrals/domain'
import { type FacilityDeed, facilityDeeds } from '@/lib/referrals/loop/domain'
import type { FacilityPage } from '@/lib/referrals/loop/page'
import type { Note } from './facility-page'
import { inLang, type Words } from './words'

/** What was typed into the form that came back, and what was wrong with it; empty for a fresh one. */
type Typed = { text: (name: string) => string; error: (name: string) => Html | false }

function typedInto({ t }: Words, deed: FacilityDeed, note: Note | null): Typed & { isBack: boolean } {
  const back = note && note.kind === 'invalid' && note.typed.deed === deed ? note : null
  const at = (name: string) =>
    name
      .split('.')
      .reduce<unknown>((value, part) => (typeof value === 'object' ? Object(value)[part] : undefined), back?.typed)
  return {
    isBack: back !== null,
    text: (name) => {
      const value = at(name)
      return typeof value === 'string' ? value.slice(0, 4000) : ''
    },
    error: (name) => {
      const key = back?.fields[name]
      return key !== undefined && html`<span class="error">${translateRefusal(t, { key })}</span>`
    },
  }
}

const choicesOf = (name: string, legend: string, typed: Typed, choices: readonly (readonly [string, string])[]) => html`
<fieldset><legend>${legend}</legend>${typed.error(name)}${choices.map(
  ([value, label]) =>
    html`<label class="choice"><input type="radio" name="${name}" value="${value}" required${
      typed.text(name) === value && html` checked`
    }> ${label}</label>`,
)}</fieldset>`

function dayAndTime({ t }: Words, typed: Typed): Html {
  const part = (
    name: 'day' | 'month' | 'year',
  ) => html`<label class="part"><span class="hint">${t(`loop.page.${name}`)}</span>
<input class="${name === 'year' ? 'four' : 'two'}" type="text" name="on.${name}" value="${typed.text(`on.${name}`)}" inputmode="numeric" autocomplete="off" maxlength="4"></label> `
  return html`<fieldset><legend>${t('loop.page.on')}</legend>${typed.error('on')}${part('day')}${part('month')}${part('year')}</fieldset>
<label class="field"><span class="label">${t('loop.page.at')}</span>${typed.error('at')}<span class="hint">${t('loop.page.atHint')}</span><br>
<input class="four" type="text" name="at" value="${typed.text('at')}" dir="ltr" autocomplete="off" maxlength="10"></label>`
}

function fieldsOf(words: Words, deed: FacilityDeed, typed: Typed): Html | null {
  const { t } = words
  switch (deed) {
    case 'reject':
      return choicesOf(
        'rejectReason',
        t('loop.page.why'),
        typed,
        rejectReasons.map((value) => [value, t(`referrals.rejectReason.${value}`)]),
      )
    case 'set_appointment':
      return dayAndTime(words, typed)
    case 'complete':
      return html`${choicesOf(
        'outcome',
        t('loop.page.outcome'),
        typed,
        outcomes.map((value) => [value, t(`referrals.outcome.${value}`)]),
      )}
<label class="field"><span class="label">${t('loop.page.remark')}</span>${typed.error('remark')}<span class="hint">${t('loop.page.remarkHint')}</span>
<textarea name="remark" dir="auto" maxlength="4000">${typed.text('remark')}</textarea></label>`
    default:
      return null
  }
}

/** The answers that a state takes: a button where nothing more is to be said, a small form otherwise, closed until wanted. */
export function deedForms(
  words: Words,
  linkId: string,
  { version }: FacilityPage,
  status: keyof typeof facilityDeeds,
  note: Note | null,
): Html[] {
  const { t } = words
  return facilityDeeds[status].map((deed, index) => {
    const typed = typedInto(words, deed, note)
    const fields = fieldsOf(words, deed, typed)
    const label = t(`loop.page.deed.${deed}`)
    const form = (submit: string) => html`<form method="post" action="${inLang(`/r/open/${linkId}`, words)}">
<input type="hidden" name="deed" value="${deed}"><input type="hidden" name="version" value="${version}">${fields}
<button${index === 0 && html` class="first"`}>${submit}</button></form>`
    if (!fields || facilityDeeds[status].length === 1) return form(label)
    return html`<details${(typed.isBack || index === 0) && html` open`}><summary>${label}</summary>${form(t('loop.page.send'))}</details>`
  })
}
