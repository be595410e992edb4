import { takeSheet } from '@/app/sheet-upload'
import { checkAnswers } from '@/lib/grants/tranches/answers/check'

const page = '/payments/answers'

/** Takes a file of answers, keeps what it says, and leads to where it is looked at. */
export function POST(request: Request): Promise<Response> {
  return takeSheet(request, {
    page,
    words: (problem) => `payments.answers.wrongFile.${problem}`,
    read: checkAnswers,
    toldAt: ({ importId }) => `${page}/${importId}`,
  })
}
