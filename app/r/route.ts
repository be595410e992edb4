import { getDevice } from '@/lib/auth/session'
import { html } from '@/lib/html'
import { openByCode } from '@/lib/referrals/loop/open'
import { leadOn } from './open-page'
import { reply, serving } from './reply'
import { inLang } from './words'

/** Where someone types reference and short code from a slip who cannot scan it. */
export function GET(request: Request): Promise<Response> {
  return serving(request, async (words) => {
    const { t } = words
    return reply(request, words, {
      title: t('loop.page.codeTitle'),
      body: html`<section><p>${t('loop.page.codeLead')}</p><form method="post" action="${inLang('/r', words)}">
<label class="field"><span class="label">${t('loop.page.reference')}</span><span class="hint">${t('loop.page.referenceHint')}</span>
<input class="wide" type="text" name="reference" dir="ltr" autocomplete="off" maxlength="40"></label>
<label class="field"><span class="label">${t('loop.page.code')}</span><span class="hint">${t('loop.page.codeHint')}</span>
<input class="wide" type="text" name="code" dir="ltr" inputmode="numeric" autocomplete="off" maxlength="40"></label>
<p class="hint">${t('loop.page.openNote')}</p><button class="first">${t('loop.page.open')}</button></form></section>`,
    })
  })
}

export function POST(request: Request): Promise<Response> {
  return serving(request, async (words) => {
    const [form, { address }] = await Promise.all([request.formData().catch(() => new FormData()), getDevice()])
    const text = (name: string) => String(form.get(name) ?? '')
    return leadOn(request, words, await openByCode({ reference: text('reference'), code: text('code') }, address))
  })
}
