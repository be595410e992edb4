import { takeSheet } from '@/app/sheet-upload'
import { importFacilities } from '@/lib/referrals/facilities/import'

const page = '/referrals/facilities'

/** Reads a file of facilities and leads to what became of its rows. */
export function POST(request: Request): Promise<Response> {
  return takeSheet(request, {
    page,
    words: (problem) => `facilities.file.${problem}`,
    read: importFacilities.execute,
    toldAt: ({ importId }) => `${page}/imports/${importId}`,
  })
}
