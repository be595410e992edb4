import { getI18n } from '@/app/i18n'
import { Notice } from '@/components/ui/notice'
import { guessMapping } from '@/lib/communities/displacement/files/heads'
import type { ImportHead } from '@/lib/communities/displacement/files/queries'

/** What was recognised in a file as a whole, and what someone should look at. */
export async function FileNotices({ head }: { head: ImportHead }) {
  const { t } = await getI18n()
  const { sheetName, otherSheets, headerLine: line, header, population, totals } = head
  const { twice } = guessMapping(header, population)
  // A line of totals is of the rows since the last one, or of all.
  const off = totals.filter((one) => one.says !== one.block && one.says !== one.all)
  const agreeing = totals.length - off.length
  return (
    <div className="space-y-3">
      <p className="text-ink-soft">
        {sheetName ? t('displacement.file.sheet', { sheet: sheetName, line }) : t('displacement.file.line', { line })}{' '}
        {otherSheets.length > 0 && t('displacement.file.otherSheets', { sheets: otherSheets.join(', ') })}{' '}
        {head.isRemembered && t('displacement.file.remembered')}
      </p>
      {head.sameFileIn !== null && (
        <Notice tone="warning">{t('displacement.file.sameFile', { number: String(head.sameFileIn) })}</Notice>
      )}
      {twice.length > 0 && (
        <Notice tone="warning">
          {t('displacement.file.twiceHeads', { heads: [...new Set(twice.map((at) => header[at]))].join(', ') })}
        </Notice>
      )}
      {off.length > 0 && (
        <Notice tone="warning" title={t('displacement.file.totals')}>
          <ul className="list-disc ps-5">
            {off.slice(0, 5).map((one) => (
              <li key={one.line}>
                {t('displacement.file.totalsOff', {
                  line: one.line,
                  says: one.says,
                  // The nearer of the two is the one that was meant.
                  sum: Math.abs(one.says - one.block) < Math.abs(one.says - one.all) ? one.block : one.all,
                })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {agreeing > 0 && <Notice tone="good">{t('displacement.file.totalsAgree', { count: agreeing })}</Notice>}
    </div>
  )
}
