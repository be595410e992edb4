import type { I18n } from '@/app/i18n'
import type { AuditRow } from '@/lib/admin/audit-queries'
import { programmes, roles } from '@/lib/auth/roles'
import { inLocale } from '@/lib/i18n/in-locale'
import { isolated } from '@/lib/i18n/isolated'
import { isLocale } from '@/lib/i18n/locales'

/** A change in words: who did what to whom. */
export function sentenceOf(row: AuditRow, i18n: I18n): string {
  const { t, locale } = i18n
  const who = row.actorName ? isolated(row.actorName) : t('admin.audit.portal')
  const subject = row.subject ? isolated(inLocale(locale, row.subject)) : t('admin.audit.someone')
  const { role, programme, team, district } = row.about
  const about = [
    role && wordOf('role', role, row, i18n),
    programme && wordOf('programme', programme, row, i18n),
    team && inLocale(locale, team),
    district && inLocale(locale, district),
  ].find(Boolean)
  const values = { who, subject, about: about || '' }
  switch (row.table) {
    case 'users':
      if (row.deed === 'insert') return t('admin.audit.say.userMade', values)
      if ('password' in row.changes || 'password_changed_at' in row.changes)
        return t('admin.audit.say.passwordChosen', values)
      if (row.changes.is_active)
        return t(row.changes.is_active[1] ? 'admin.audit.say.userOpened' : 'admin.audit.say.userClosed', values)
      return t('admin.audit.say.userEdited', values)
    case 'user_roles':
      if (row.deed === 'insert')
        return t(row.changes.approved_at ? 'admin.audit.say.roleGiven' : 'admin.audit.say.roleAsked', values)
      return t(row.changes.ended_at ? 'admin.audit.say.roleEnded' : 'admin.audit.say.roleApproved', values)
    case 'user_programmes':
      return t(row.deed === 'insert' ? 'admin.audit.say.programmeGiven' : 'admin.audit.say.programmeEnded', values)
    case 'user_areas':
      return t(row.deed === 'insert' ? 'admin.audit.say.areaGiven' : 'admin.audit.say.areaEnded', values)
    case 'one_time_links':
      return t(row.changes.kind?.[1] === 'invite' ? 'admin.audit.say.inviteMade' : 'admin.audit.say.resetMade', values)
    case 'team_members':
      return t(row.deed === 'insert' ? 'admin.audit.say.memberAdded' : 'admin.audit.say.memberEnded', values)
    case 'teams':
      return t(row.deed === 'insert' ? 'admin.audit.say.teamMade' : 'admin.audit.say.teamEdited', values)
    case 'approval_limits':
      return t(row.deed === 'insert' ? 'admin.audit.say.limitSet' : 'admin.audit.say.limitEnded', values)
    case 'funding_rounds':
      return t(row.deed === 'insert' ? 'admin.audit.say.roundMade' : 'admin.audit.say.roundEdited', values)
    case 'locations':
      return t(row.deed === 'insert' ? 'admin.audit.say.placeAdded' : 'admin.audit.say.placeEdited', values)
    case 'delegations':
      return t(row.deed === 'insert' ? 'admin.audit.say.standInMade' : 'admin.audit.say.standInEnded', values)
    case 'api_keys':
      if (row.deed === 'insert') return t('admin.audit.say.keyAsked', values)
      return t(row.changes.revoked_at ? 'admin.audit.say.keyRevoked' : 'admin.audit.say.keyAgreed', values)
    case 'complaint_categories':
      return t(row.deed === 'insert' ? 'admin.audit.say.complaintAdded' : 'admin.audit.say.complaintEdited', values)
    case 'pathway_steps':
      return t(row.deed === 'insert' ? 'admin.audit.say.stepAdded' : 'admin.audit.say.stepEdited', values)
    case 'location_boundaries':
      return t('admin.audit.say.boundaryLoaded', values)
    case 'sectors':
      return t(row.deed === 'insert' ? 'admin.audit.say.sectorAdded' : 'admin.audit.say.sectorEdited', values)
  }
}

/** What is worth reading of a change; ids of the row itself and who did it stand in the sentence already. */
const shown = [
  'name',
  'email',
  'locale',
  'is_active',
  'name_ar',
  'name_en',
  'name_ckb',
  'district_pcode',
  'aliases',
  'position',
  'from_on',
  'to_on',
  'second_stage_from_minor',
  'opens_on',
  'closes_on',
  'max_amount_minor',
  'source',
] as const

export type ShownChange = { key: string; field: string; from: string | null; to: string }

/** The changed fields in words, from and to. */
export function changesOf(row: AuditRow, i18n: I18n): ShownChange[] {
  const { t } = i18n
  return shown.flatMap((key) => {
    const change = row.changes[key]
    // What a new row begins with says nothing new.
    if (!change || (row.deed === 'insert' && key === 'is_active')) return []
    const [before, after] = change
    const from = row.deed === 'insert' ? null : wordOf(key, before, row, i18n)
    return [{ key, field: t(`admin.audit.fields.${key}`), from, to: wordOf(key, after, row, i18n) }]
  })
}

function wordOf(key: string, value: unknown, row: AuditRow, { t, locale, format }: I18n): string {
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value === 'boolean') return t(value ? 'common.form.yes' : 'common.form.no')
  if (Array.isArray(value)) return value.map(String).join(' · ') || '–'
  if (key === 'locale' && isLocale(value)) return t(`common.languages.${value}`)
  if (typeof value === 'number') {
    const currency = row.changes.currency?.[1] ?? (row.subject?.en.endsWith('USD') ? 'USD' : 'IQD')
    return key.endsWith('_minor') ? format.money(value, currency === 'USD' ? 'USD' : 'IQD') : format.number(value)
  }
  const text = String(value)
  const name = row.names[text]
  if (name) return inLocale(locale, name)
  const role = roles.find((known) => key === 'role' && known === text)
  if (role) return t(`common.roles.${role}`)
  const programme = programmes.find((known) => key === 'programme' && known === text)
  if (programme) return t(`admin.programmes.${programme}`)
  return key.endsWith('_on') ? format.date(text) : text
}
