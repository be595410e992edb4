import type { facilities } from '../../../db/schema/facilities'
import type { SheetColumn } from '../../sheets/cells'
import { clockOf } from '../../time-of-day'

type Row = typeof facilities.$inferSelect

/**
 * The columns of the directory's file, by the names that a file is read by again: codes, not words, so that a file written
 * in one language is read in another.
 */
export const facilityColumns: readonly SheetColumn<Row>[] = [
  { head: 'code', kind: 'text', value: (row) => row.code },
  { head: 'name_en', kind: 'text', value: (row) => row.nameEn, width: 36 },
  { head: 'name_ar', kind: 'text', value: (row) => row.nameAr, width: 36 },
  { head: 'type', kind: 'text', value: (row) => row.type },
  { head: 'location_pcode', kind: 'text', value: (row) => row.locationPcode },
  { head: 'latitude', kind: 'number', value: (row) => row.latitude },
  { head: 'longitude', kind: 'number', value: (row) => row.longitude },
  { head: 'services', kind: 'text', value: (row) => row.services.join(' '), width: 44 },
  { head: 'days', kind: 'text', value: (row) => row.days.join(' ') },
  { head: 'opens_at', kind: 'text', value: (row) => clockOf(row.opensAt) },
  { head: 'closes_at', kind: 'text', value: (row) => clockOf(row.closesAt) },
  { head: 'always_open', kind: 'text', value: (row) => (row.isAlwaysOpen ? 'yes' : 'no') },
  { head: 'functional', kind: 'text', value: (row) => row.functional },
  { head: 'focal_name', kind: 'text', value: (row) => row.focalName },
  { head: 'focal_phone', kind: 'text', value: (row) => row.focalPhone },
  { head: 'verified_on', kind: 'date', value: (row) => row.verifiedOn },
  { head: 'closed_on', kind: 'date', value: (row) => row.closedOn },
]

/** What an import needs of a file; `verified_on` and `closed_on` are the directory's own to say. */
export const readHeads = facilityColumns.map(({ head }) => head).filter((head) => !head.endsWith('_on'))
