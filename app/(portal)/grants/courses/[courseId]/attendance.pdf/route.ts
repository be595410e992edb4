import { getI18n } from '@/app/i18n'
import { pdfHeaders, pdfOf } from '@/app/pdf-response'
import { getActor } from '@/lib/auth/session'
import { isDemo } from '@/lib/env'
import { getCourse } from '@/lib/grants/training/course-queries'
import { sheetPaper } from '@/lib/grants/training/papers'
import { getSheet } from '@/lib/grants/training/sheet-queries'
import { isId } from '@/lib/ids'

/** The attendance sheet on paper; `?session=` for one session, with a column to sign in. Out of scope it does not exist. */
export async function GET(request: Request, { params }: { params: Promise<{ courseId: string }> }) {
  const [{ courseId }, actor, { locale }] = await Promise.all([params, getActor(), getI18n()])
  const notFound = new Response(null, { status: 404, headers: pdfHeaders })
  const session = new URL(request.url).searchParams.get('session')
  if (!actor || !isId(courseId) || (session !== null && !isId(session))) return notFound
  const [page, sheet] = await Promise.all([
    getCourse(actor, courseId),
    session ? getSheet(actor, courseId, session) : null,
  ])
  if (!page || (session && !sheet)) return notFound
  const made = { madeAt: new Date(), isPractice: isDemo() }
  return pdfOf(await sheetPaper(page, locale, sheet, made), `${page.course.code}.pdf`)
}
