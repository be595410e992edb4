import { cookies } from 'next/headers'
import { objectFrom } from '@/lib/commands/form-data'
import { isId } from '@/lib/ids'
import { answerOnPage } from '@/lib/referrals/loop/answer'
import { type OpenPage, type PageState, readPage } from '@/lib/referrals/loop/page'
import { facilityPage, type Note } from '../../facility-page'
import { PAGE_COOKIE } from '../../open-page'
import { goOn, reply, serving } from '../../reply'
import { statePage } from '../../state-page'
import { inLang, type Words } from '../../words'

type Props = { params: Promise<{ linkId: string }> }

async function openPageOf({ params }: Props): Promise<OpenPage | null> {
  const [{ linkId }, jar] = await Promise.all([params, cookies()])
  const page = jar.get(PAGE_COOKIE)?.value
  return page && isId(linkId) ? { linkId, page } : null
}

function show(request: Request, words: Words, open: OpenPage, now: PageState, note: Note | null): Response {
  if (now.state === 'open') return reply(request, words, facilityPage(words, open.linkId, now.page, note))
  return reply(request, words, statePage(words, now.state, now.state === 'elsewhere' ? now.openedAt : null))
}

/** What was released of a referral and what its facility may answer now, for the browser that opened it last. */
export function GET(request: Request, props: Props): Promise<Response> {
  return serving(request, async (words) => {
    const open = await openPageOf(props)
    if (!open) return reply(request, words, statePage(words, 'unknown'))
    const isDone = new URL(request.url).searchParams.has('done')
    return show(request, words, open, await readPage(open), isDone ? { kind: 'done' } : null)
  })
}

/** Takes an answer; shows the page anew, so that a reload repeats nothing, or says what was wrong. */
export function POST(request: Request, props: Props): Promise<Response> {
  return serving(request, async (words) => {
    const open = await openPageOf(props)
    if (!open) return reply(request, words, statePage(words, 'unknown'))
    const typed = objectFrom(await request.formData().catch(() => new FormData())) ?? {}
    const outcome = await answerOnPage(open, typed)
    const path = inLang(`/r/open/${open.linkId}`, words)
    if (outcome.done) return goOn(`${path}${path.includes('?') ? '&' : '?'}done`)
    const { wrong, fields, now } = outcome
    return show(request, words, open, now, wrong === 'gone' ? null : { kind: wrong, fields, typed })
  })
}
