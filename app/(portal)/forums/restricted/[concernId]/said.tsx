import { getI18n } from '@/app/i18n'
import { Bdi } from '@/components/ui/bdi'
import type { RestrictedNote } from '@/lib/forums/concerns/restricted'

/** What was said, and what the focal points noted. */
export async function Said({ said }: { said: { summary: string; body: string; notes: RestrictedNote[] } }) {
  const { t, format } = await getI18n()
  return (
    <>
      <p dir="auto" className="font-semibold">
        {said.summary}
      </p>
      <p dir="auto" className="mt-2 whitespace-pre-line empty:hidden">
        {said.body}
      </p>
      {said.notes.length > 0 && <h3 className="mt-6 mb-2 font-semibold">{t('concerns.restricted.notes')}</h3>}
      <ul className="space-y-4">
        {said.notes.map((note) => (
          <li key={note.id}>
            <p dir="auto" className="rounded-md bg-sunken px-3 py-2 whitespace-pre-line">
              {note.body}
            </p>
            <p className="mt-1 text-sm text-ink-soft">
              <Bdi>{note.author ?? '–'}</Bdi> · {format.dateTime(new Date(note.at))}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
