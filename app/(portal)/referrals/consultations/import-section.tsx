import { getI18n } from '@/app/i18n'
import { Disclosure } from '@/components/ui/disclosure'
import { inputClass } from '@/components/ui/input-class'
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
          <p id="registers-hint" className="text-ink-soft">
            {t('consultations.file.importText')}
          </p>
          <label className="block">
            <span className="mb-1 block font-semibold">{t('consultations.file.choose')}</span>
            <input
              type="file"
              name="file"
              accept=".xlsx,.csv,text/csv"
              required
              aria-describedby="registers-hint"
              className={`${inputClass} file:me-3 file:rounded file:border-0 file:bg-sunken file:px-3 file:py-1 file:font-medium file:text-ink`}
            />
          </label>
          <SubmitButton variant="secondary">{t('consultations.file.read')}</SubmitButton>
        </form>
      </Disclosure>
    </div>
  )
}
