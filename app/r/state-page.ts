import { html } from '@/lib/html'
import type { Page } from './reply'
import { inLang, type Words } from './words'

const statusOf = { unknown: 404, over: 410, used: 410, elsewhere: 409, wait: 429, unavailable: 503 } as const

/** Why nothing is shown and what to do; never whether there is such a referral. */
export function statePage(words: Words, state: keyof typeof statusOf, openedAt?: Date | null): Page {
  const { t, format } = words
  const text =
    state === 'elsewhere'
      ? t('loop.state.elsewhereText', { when: openedAt ? format.dateTime(openedAt) : '–' })
      : t(`loop.state.${state}Text`)
  const canType = state === 'unknown' || state === 'over' || state === 'elsewhere'
  return {
    title: t(`loop.state.${state}`),
    status: statusOf[state],
    body: html`<p class="notice ${state === 'used' ? 'good' : 'warning'}">${text}</p>
${canType && html`<p><a href="${inLang('/r', words)}">${t('loop.state.again')}</a></p>`}`,
  }
}
