import { getI18n } from '@/app/i18n'
import { type CommunityPage, helpKinds } from '@/lib/communities/community/queries'

/** How many people each programme reached there, and what is still open. Fewer than five are not told. */
export async function HelpTiles({ counts }: { counts: CommunityPage['counts'] }) {
  const { t, format } = await getI18n()
  const kinds = [...helpKinds, 'open_concerns'] as const
  return (
    <dl className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-6">
      {kinds.map((kind) => {
        const people = counts.get(kind)
        return (
          <div key={kind} className="flex flex-col-reverse justify-end rounded-lg border border-line bg-surface p-4">
            <dt className="text-sm text-ink-soft">{t(`community.help.${kind}`)}</dt>
            <dd className="text-2xl font-bold tabular-nums">
              {people === null || people === undefined ? t('community.help.few') : format.number(people)}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
