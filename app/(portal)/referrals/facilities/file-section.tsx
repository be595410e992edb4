import { getI18n } from '@/app/i18n'
import { Disclosure } from '@/components/ui/disclosure'
import { FileInput } from '@/components/ui/file-input'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { translateRefusal } from '@/lib/i18n/translator'
import { newId } from '@/lib/ids'

type Query = string | string[] | undefined
type Props = { mayManage: boolean; problem: Query; heads: Query }

const exports = [
  { kind: 'XLSX', href: '/referrals/facilities/export?as=xlsx' },
  { kind: 'CSV', href: '/referrals/facilities/export?as=csv' },
]

/** The directory as a file, out and in. */
export async function FileSection({ mayManage, problem, heads }: Props) {
  const { t } = await getI18n()
  const params = { heads: typeof heads === 'string' ? heads.slice(0, 300) : '', most: 0 }
  return (
    <div data-noprint className="mt-8 space-y-4">
      <p className="flex flex-wrap gap-x-4">
        {exports.map(({ kind, href }) => (
          <a key={kind} href={href} className="touch-target inline-flex items-center text-action underline">
            {t('facilities.file.export')} {kind}
          </a>
        ))}
      </p>
      {typeof problem === 'string' && (
        <Notice tone="danger" live>
          {translateRefusal(t, { key: problem, params })}
        </Notice>
      )}
      {mayManage && (
        <Disclosure label={t('facilities.file.import')} open={typeof problem === 'string'}>
          <form action="/referrals/facilities/import" method="post" encType="multipart/form-data" className="space-y-4">
            <input type="hidden" name="commandId" value={newId()} />
            <FileInput
              id="facilities-hint"
              hint={t('facilities.file.importText')}
              label={t('facilities.file.choose')}
              accept=".xlsx,.csv,text/csv"
            />
            <SubmitButton variant="secondary">{t('facilities.file.read')}</SubmitButton>
          </form>
        </Disclosure>
      )}
    </div>
  )
}
