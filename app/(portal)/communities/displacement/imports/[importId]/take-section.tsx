import { getI18n } from '@/app/i18n'
import { PlainForm } from '@/components/form/plain-form'
import { LinkButton } from '@/components/ui/link-button'
import type { Finding } from '@/lib/communities/displacement/files/findings'
import type { ImportHead } from '@/lib/communities/displacement/files/queries'
import { remapImport, startImport } from '../../actions'
import { base } from '../../filters'

type Props = { head: ImportHead; counts: ReadonlyMap<Finding, number> }

/** What can be done with a list that was looked at: take its figures, settle what is unknown, match its columns anew. */
export async function TakeSection({ head, counts }: Props) {
  const { t } = await getI18n()
  if (head.state !== 'checked' && head.state !== 'done') return null
  const waiting = (counts.get('ready') ?? 0) + (counts.get('changes') ?? 0)
  const unknown = counts.get('unknown_place') ?? 0
  const hidden = { importId: head.id }
  if (head.state === 'done' && waiting === 0 && unknown === 0) return null
  return (
    <div className="flex flex-wrap items-center gap-3">
      {waiting > 0 && (
        <PlainForm
          action={startImport}
          hidden={hidden}
          submit={t('displacement.file.take', { count: waiting })}
          className=""
        />
      )}
      {waiting === 0 && unknown === 0 && head.state === 'checked' && <p>{t('displacement.file.nothing')}</p>}
      {unknown > 0 && (
        <LinkButton href={`${base}/queue`} variant="secondary">
          {t('displacement.file.settle')}
        </LinkButton>
      )}
      {head.state === 'checked' && (
        <PlainForm
          action={remapImport}
          hidden={hidden}
          submit={t('displacement.file.remap')}
          variant="quiet"
          className=""
        />
      )}
    </div>
  )
}
