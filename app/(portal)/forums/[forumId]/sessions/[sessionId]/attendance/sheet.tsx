import { getI18n } from '@/app/i18n'
import { attendanceBands, fieldOf } from '@/lib/forums/sessions/domain'
import type { SessionPage } from '@/lib/forums/sessions/queries'
import { displacementStatuses } from '@/lib/people/domain'
import { HeadField } from './head-field'

/** Whoever comes mostly is first and open; the others are one touch away. */
const usual: readonly string[] = ['returnee', 'host_community']
const inOrder = [...displacementStatuses].sort((a, b) => Number(usual.includes(b)) - Number(usual.includes(a)))
const sexes = ['female', 'male'] as const

type Counts = SessionPage['counts']

function numberOf(counts: Counts, displacement: string, sex: string, ageBand: string, disabledOnly: boolean) {
  const heads = counts
    .filter((one) => one.displacement === displacement && one.sex === sex && one.ageBand === ageBand)
    .filter((one) => !disabledOnly || one.hasDisability)
    .reduce((sum, one) => sum + one.count, 0)
  return heads || undefined
}

/** Who was there, as counts: a small table for each displacement status, so that it fits a phone held in one hand. */
export async function Sheet({ counts }: { counts: Counts }) {
  const { t } = await getI18n()
  return inOrder.map((displacement) => {
    const isOpen = usual.includes(displacement) || counts.some((one) => one.displacement === displacement)
    return (
      <details key={displacement} open={isOpen} className="rounded-lg border border-line bg-surface">
        <summary className="touch-target px-4 py-3 font-semibold">{t(`people.status.${displacement}`)}</summary>
        <table className="w-full table-fixed border-t border-line text-center">
          <thead className="text-sm">
            <tr>
              <th scope="col" className="w-16 px-2 py-2 text-start">
                {t('forums.attendance.age')}
              </th>
              {sexes.map((sex) => (
                <th key={sex} scope="col" colSpan={2} className="px-1 py-2">
                  {t(`people.sex.${sex}`)}
                </th>
              ))}
            </tr>
            <tr className="text-ink-soft">
              <td />
              {sexes.flatMap((sex) => [
                <th key={sex} scope="col" className="px-1 pb-2 font-normal">
                  {t('forums.attendance.all')}
                </th>,
                <th key={`${sex}-d`} scope="col" className="px-1 pb-2 font-normal">
                  {t('forums.attendance.disabled')}
                </th>,
              ])}
            </tr>
          </thead>
          <tbody>
            {attendanceBands.map((band) => (
              <tr key={band} className="border-t border-line">
                <th scope="row" className="px-2 py-1.5 text-start font-normal">
                  <bdi dir="ltr">{band}</bdi>
                </th>
                {sexes.flatMap((sex) => {
                  const name = `counts.${displacement}.${sex}.${fieldOf(band)}`
                  const who = `${t(`people.status.${displacement}`)}, ${t(`people.sex.${sex}`)}, ${band}`
                  return [
                    <td key={sex} className="px-1 py-1.5">
                      <HeadField
                        name={`${name}.all`}
                        isHead
                        label={who}
                        defaultValue={numberOf(counts, displacement, sex, band, false)}
                      />
                    </td>,
                    <td key={`${sex}-d`} className="px-1 py-1.5">
                      <HeadField
                        name={`${name}.disabled`}
                        label={`${who}, ${t('forums.attendance.disabled')}`}
                        defaultValue={numberOf(counts, displacement, sex, band, true)}
                      />
                    </td>,
                  ]
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    )
  })
}
