import { getDevice } from '@/lib/auth/session'
import { html } from '@/lib/html'
import { lookAt, openByToken } from '@/lib/referrals/loop/open'
import { leadOn } from '../open-page'
import { reply, serving } from '../reply'
import { statePage } from '../state-page'

type Props = { params: Promise<{ token: string }> }

/** Where the code on a slip leads: a button, and nothing about anyone. Messengers fetch an address before people do. */
export function GET(request: Request, { params }: Props): Promise<Response> {
  return serving(request, async (words) => {
    const [{ token }, { address }] = await Promise.all([params, getDevice()])
    const state = await lookAt(token, address)
    if (state !== 'open') return reply(request, words, statePage(words, state))
    const { t } = words
    return reply(request, words, {
      title: t('loop.page.title'),
      body: html`<section><p>${t('loop.page.openLead')}</p><form method="post">
<button class="first">${t('loop.page.open')}</button></form><p class="hint">${t('loop.page.openNote')}</p></section>`,
    })
  })
}

/** Opens it: here, and nowhere else any more. */
export function POST(request: Request, { params }: Props): Promise<Response> {
  return serving(request, async (words) => {
    const [{ token }, { address }] = await Promise.all([params, getDevice()])
    return leadOn(request, words, await openByToken(token, address))
  })
}
