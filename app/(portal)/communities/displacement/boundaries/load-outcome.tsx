import { getI18n } from '@/app/i18n'
import { Notice } from '@/components/ui/notice'
import { translateRefusal } from '@/lib/i18n/translator'

type Props = { loaded: string | undefined; problems: string | string[] | undefined }

/** A problem as it stands in the address: the key, which feature, and its name. */
function refusalOf(text: string) {
  const [key = '', feature = '', name = ''] = text.split('~')
  return { key, params: { feature: Number(feature) || 0, name: name.slice(0, 60) } }
}

/** What came of the file that was just loaded. */
export async function LoadOutcome({ loaded, problems }: Props) {
  const { t } = await getI18n()
  const reasons = [problems ?? []].flat().slice(0, 20).map(refusalOf)
  if (reasons.length > 0)
    return (
      <Notice tone="danger" live title={t('displacement.boundaries.problems')}>
        <ul className="list-disc ps-5">
          {reasons.map((reason) => (
            <li key={`${reason.key} ${reason.params.feature}`}>{translateRefusal(t, reason)}</li>
          ))}
        </ul>
      </Notice>
    )
  const count = Number(loaded)
  if (!Number.isInteger(count) || count <= 0) return null
  return (
    <Notice tone="good" live>
      {t('displacement.boundaries.loaded', { count })}
    </Notice>
  )
}
