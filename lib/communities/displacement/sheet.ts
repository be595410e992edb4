import type { SheetColumn } from '../../sheets/cells'
import type { ExportRow } from './count-queries'
import { type Cells, origins, periods, shelters } from './domain'
import type { RegisterRow } from './place-queries'

const cell = (cells: Cells, code: string) => cells[code] ?? null

/** The columns of a round's file: heads and codes of the lists, the same in every language. */
export const roundColumns: readonly SheetColumn<ExportRow>[] = [
  { head: 'Place ID', kind: 'text', value: (row) => row.placeId },
  { head: 'P-code', kind: 'text', value: (row) => row.pcode },
  { head: 'Location Name', kind: 'text', value: (row) => row.nameEn, width: 32 },
  { head: 'Arabic Name', kind: 'text', value: (row) => row.nameAr, width: 32 },
  { head: 'OCHA ADM2 PCode', kind: 'text', value: (row) => row.districtPcode },
  { head: 'District', kind: 'text', value: (row) => row.districtEn },
  { head: 'Latitude', kind: 'number', value: (row) => row.latitude },
  { head: 'Longitude', kind: 'number', value: (row) => row.longitude },
  { head: 'population', kind: 'text', value: (row) => row.population },
  { head: 'Families', kind: 'number', value: (row) => row.families },
  { head: 'Individuals', kind: 'number', value: (row) => row.individuals },
  { head: 'method', kind: 'text', value: (row) => row.method },
  { head: 'confidence', kind: 'text', value: (row) => row.confidence },
  { head: 'breakdown_unit', kind: 'text', value: (row) => row.unit },
  ...origins.map(
    (code): SheetColumn<ExportRow> => ({
      head: `origin_${code}`,
      kind: 'number',
      value: (row) => cell(row.origins, code),
    }),
  ),
  ...periods.map(
    (code): SheetColumn<ExportRow> => ({
      head: `period_${code}`,
      kind: 'number',
      value: (row) => cell(row.periods, code),
    }),
  ),
  ...shelters.map(
    (code): SheetColumn<ExportRow> => ({
      head: `shelter_${code}`,
      kind: 'number',
      value: (row) => cell(row.shelters, code),
    }),
  ),
]

/** The columns of the register's file. */
export const registerColumns: readonly SheetColumn<RegisterRow>[] = [
  { head: 'Place ID', kind: 'text', value: (row) => row.placeId },
  { head: 'Location ID', kind: 'text', value: (row) => row.dtmLocationId },
  { head: 'P-code', kind: 'text', value: (row) => row.pcode },
  { head: 'name_en', kind: 'text', value: (row) => row.nameEn, width: 32 },
  { head: 'name_ar', kind: 'text', value: (row) => row.nameAr, width: 32 },
  { head: 'dtm_name_en', kind: 'text', value: (row) => row.dtmNameEn, width: 32 },
  { head: 'dtm_name_ar', kind: 'text', value: (row) => row.dtmNameAr, width: 32 },
  { head: 'aliases', kind: 'text', value: (row) => row.aliases.join(' | '), width: 40 },
  { head: 'district_pcode', kind: 'text', value: (row) => row.districtPcode },
  { head: 'sub_district_pcode', kind: 'text', value: (row) => row.subDistrictPcode },
  { head: 'community_pcode', kind: 'text', value: (row) => row.communityPcode },
  { head: 'latitude', kind: 'number', value: (row) => row.latitude },
  { head: 'longitude', kind: 'number', value: (row) => row.longitude },
  { head: 'position_district_pcode', kind: 'text', value: (row) => row.positionDistrictPcode },
  { head: 'is_camp', kind: 'text', value: (row) => (row.isCamp ? 'yes' : 'no') },
  { head: 'closed_on', kind: 'date', value: (row) => row.closedOn },
]
