import { takeSheet } from '@/app/sheet-upload'
import { importRegisters } from '@/lib/referrals/consultations/import'

const page = '/referrals/consultations'

/** Reads a file of registers and leads to what became of its days. */
export function POST(request: Request): Promise<Response> {
  return takeSheet(request, {
    page,
    words: (problem) => `consultations.file.${problem}`,
    read: importRegisters.execute,
    toldAt: ({ importId, isAgain }) => `${page}/imports/${importId}${isAgain ? '?again=1' : ''}`,
  })
}
