import { getI18n, type I18n } from '@/app/i18n'
import { Timeline } from '@/components/case/timeline'
import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/section'
import { isolated } from '@/lib/i18n/isolated'
import { consentPurposes, displacementStatuses, documentTypes, sexes } from '@/lib/people/domain'
import type { HistoryEntry } from '@/lib/people/read-history'

const events = [
  'people_insert',
  'people_update',
  'household_members_insert',
  'household_members_update',
  'displacements_insert',
  'displacements_update',
  'consents_insert',
  'consents_update',
  'washington_answers_insert',
  'duplicate_flags_insert',
  'duplicate_flags_update',
] as const

const fields = [
  'given_name',
  'father_name',
  'grandfather_name',
  'family_name',
  'sex',
  'birth_on',
  'phone',
  'document_type',
  'document_number',
  'location_pcode',
  'address',
  'caseworker_id',
  'team_id',
] as const
/** Their values are codes that say nothing to a reader. */
const unspoken = ['location_pcode', 'caseworker_id', 'team_id']

/** The word that says what was recorded. */
function valueIn({ t }: I18n, entry: HistoryEntry): string {
  const to = (field: string) => entry.changes.find((change) => change.field === field)?.to
  const status = displacementStatuses.find((one) => one === to('status'))
  const purpose = consentPurposes.find((one) => one === to('purpose'))
  const state = (['open', 'different', 'same'] as const).find((one) => one === to('state'))
  if (status) return t(`people.status.${status}`)
  if (purpose) return t(`people.purpose.${purpose}`)
  return state ? t(`people.duplicate.state.${state}`) : '–'
}

function spoken({ t }: I18n, value: string | null): string {
  const sex = sexes.find((one) => one === value)
  const type = documentTypes.find((one) => one === value)
  if (sex) return t(`people.sex.${sex}`)
  if (type) return t(`people.documentType.${type}`)
  // Isolated, so that a name of the other direction does not turn the arrow around.
  return value ? isolated(value) : t('people.history.nothing')
}

/** What changed, a line each, where the values can be said. */
function detailOf(i18n: I18n, entry: HistoryEntry): string {
  if (entry.table !== 'people' || entry.deed !== 'update') return ''
  const lines = entry.changes.flatMap(({ field, from, to }) => {
    const known = fields.find((one) => one === field)
    if (!known || unspoken.includes(known)) return []
    return [
      i18n.t('people.history.change', {
        field: i18n.t(`people.field.${known}`),
        from: spoken(i18n, from),
        to: spoken(i18n, to),
      }),
    ]
  })
  return lines.join('\n')
}

/** Who changed what, in sentences. */
export async function HistorySection({ entries }: { entries: readonly HistoryEntry[] }) {
  const i18n = await getI18n()
  const { t, format } = i18n
  const told = entries.flatMap((entry) => {
    const event = events.find((one) => one === `${entry.table}_${entry.deed}`)
    if (!event) return []
    const changed = fields.filter((field) => entry.changes.some((change) => change.field === field))
    const words = {
      who: entry.who ?? t('people.history.system'),
      fields: format.list(changed.map((field) => t(`people.field.${field}`))),
      value: valueIn(i18n, entry),
    }
    const sentence = t(`people.history.${event}`, words)
    const detail = detailOf(i18n, entry)
    return [{ id: String(entry.id), at: entry.at.toISOString(), when: format.dateTime(entry.at), sentence, detail }]
  })
  return (
    <Section title={t('people.file.history')}>
      {told.length === 0 ? (
        <p className="text-ink-soft">{t('people.file.historyEmpty')}</p>
      ) : (
        <Timeline label={t('people.file.history')} entries={told.slice(0, 5)} />
      )}
      {told.length > 5 && (
        <div className="mt-4">
          <Disclosure label={t('people.file.historyMore')}>
            <Timeline label={t('people.file.historyMore')} entries={told.slice(5)} />
          </Disclosure>
        </div>
      )}
    </Section>
  )
}
