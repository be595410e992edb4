import { getI18n } from '@/app/i18n'
import { Disclosure } from '@/components/ui/disclosure'
import { FileInput } from '@/components/ui/file-input'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { translateRefusal } from '@/lib/i18n/translator'
import { newId } from '@/lib/ids'

type Query = string | string[] | undefined
type Props = { problem: Query; heads: Query; most: Query }

/** The way in for registers that were kept in a spreadsheet. */
export async function ImportSection({ problem, heads, most }: Props) {
  const { t } = await getI18n()
  const params = { heads: typeof heads === 'string' ? heads.slice(0, 300) : '', most: Number(most) || 0 }
  return (
    <div data-noprint className="mt-8 space-y-4">
      {typeof problem === 'string' && (
        <Notice tone="danger" live>
          {translateRefusal(t, { key: problem, params })}
        </Notice>
      )}
      <Disclosure label={t('consultations.file.import')} open={typeof problem === 'string'}>
        <form
          action="/referrals/consultations/import"
          method="post"
          encType="multipart/form-data"
          className="space-y-4"
        >
          <input type="hidden" name="commandId" value={newId()} />
          <FileInput
            id="registers-hint"
            hint={t('consultations.file.importText')}
            label={t('consultations.file.choose')}
            accept=".xlsx,.csv,text/csv"
          />
          <SubmitButton variant="secondary">{t('consultations.file.read')}</SubmitButton>
        </form>
      </Disclosure>
    </div>
  )
}
