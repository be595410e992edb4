import { getI18n } from '@/app/i18n'
import { LinkButton } from '@/components/ui/link-button'
import { Section } from '@/components/ui/section'
import { attendanceBands, headsIn } from '@/lib/forums/sessions/domain'
import type { SessionPage } from '@/lib/forums/sessions/queries'

/** Who was there, as counts by sex, age and disability. */
export async function AttendanceSection({ page, canEdit }: { page: SessionPage; canEdit: boolean }) {
  const { t, format } = await getI18n()
  const { session, counts, forum } = page
  const heads = (by: Partial<(typeof counts)[number]>) =>
    headsIn(
      counts
        .filter((one) => (by.sex ? one.sex === by.sex : true))
        .filter((one) => (by.ageBand ? one.ageBand === by.ageBand : true))
        .filter((one) => (by.hasDisability ? one.hasDisability : true)),
    )
  const bands = attendanceBands.filter((ageBand) => heads({ ageBand }) > 0)
  const cell = 'px-2 py-1.5 text-end tabular-nums'
  return (
    <Section
      id="attendance"
      title={t('forums.attendance.people', { count: session.attended ?? 0 })}
      action={
        canEdit && (
          <LinkButton href={`/forums/${forum.id}/sessions/${session.id}/attendance`} variant="secondary" size="sm">
            {t('forums.attendance.correct')}
          </LinkButton>
        )
      }
    >
      <table className="w-full max-w-md">
        <thead>
          <tr className="text-sm text-ink-soft">
            <th scope="col" className="px-2 py-1.5 text-start">
              {t('forums.attendance.age')}
            </th>
            <th scope="col" className={cell}>
              {t('people.sex.female')}
            </th>
            <th scope="col" className={cell}>
              {t('people.sex.male')}
            </th>
          </tr>
        </thead>
        <tbody>
          {bands.map((ageBand) => (
            <tr key={ageBand} className="border-t border-line">
              <th scope="row" className="px-2 py-1.5 text-start font-normal">
                <bdi dir="ltr">{ageBand}</bdi>
              </th>
              <td className={cell}>{format.number(heads({ ageBand, sex: 'female' }))}</td>
              <td className={cell}>{format.number(heads({ ageBand, sex: 'male' }))}</td>
            </tr>
          ))}
          <tr className="border-t border-line">
            <th scope="row" className="px-2 py-1.5 text-start font-normal">
              {t('forums.attendance.withDisability')}
            </th>
            <td className={cell}>{format.number(heads({ hasDisability: true, sex: 'female' }))}</td>
            <td className={cell}>{format.number(heads({ hasDisability: true, sex: 'male' }))}</td>
          </tr>
        </tbody>
      </table>
    </Section>
  )
}
