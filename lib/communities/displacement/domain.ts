/** Displacement figures by location: aggregate counts, never a person. Pure. */

/** Who is counted. Source: the Displacement Tracking Matrix keeps two lists. */
export const populations = ['idp', 'returnee'] as const
export type Population = (typeof populations)[number]

/**
 * How the number of individuals came about. Only families are observed; the tracking matrix multiplies them by 6, and by
 * 5 in camps, so that such a number is no count and is never added to one.
 */
export const countMethods = ['counted', 'families_x6', 'camp_x5'] as const
export type CountMethod = (typeof countMethods)[number]

export const confidences = ['high', 'medium', 'low'] as const
export type Confidence = (typeof confidences)[number]

/** Whether the cells of a breakdown hold families or, from round 119 on, individuals. */
export const breakdownUnits = ['families', 'individuals'] as const
export type BreakdownUnit = (typeof breakdownUnits)[number]

/** Governorates of origin, as the tracking matrix writes them. */
export const origins = [
  'anbar',
  'babylon',
  'baghdad',
  'basrah',
  'dahuk',
  'diyala',
  'erbil',
  'kerbala',
  'kirkuk',
  'missan',
  'muthanna',
  'najaf',
  'ninewa',
  'qadissiya',
  'salah_al_din',
  'sulaymaniyah',
  'thi_qar',
  'wassit',
] as const
export type Origin = (typeof origins)[number]

/** Waves of displacement and of return; a wave of the lists that is none of these is not read. */
export const periods = [
  'pre_june_2014',
  'june_july_2014',
  'august_2014',
  'post_september_2014',
  'post_april_2015',
  'post_march_2016',
  'post_october_2016',
  'july_2017',
  'january_2019',
  'january_2020',
  'january_2021',
  'january_2022',
  'january_2023',
  'january_2024',
] as const
export type Period = (typeof periods)[number]

/** Shelter as the lists of 2019 and of 2024 and the list of returnees name it, brought together. */
export const shelters = [
  'own_property',
  'habitual_residence_habitable',
  'habitual_residence_uninhabitable',
  'rented_habitable',
  'rented_uninhabitable',
  'host_families',
  'hotel',
  'camp',
  'informal_settlement',
  'tent_or_makeshift',
  'unfinished_building',
  'school_building',
  'religious_building',
  'public_building',
  'non_residential',
  'other',
  'unknown',
] as const
export type Shelter = (typeof shelters)[number]

/** Families or individuals by code; what is zero is left out. */
export type Cells = Partial<Record<string, number>>

/** The code under which most stand. */
export function mainOf(cells: Cells): string | undefined {
  return Object.entries(cells).sort(([, a = 0], [, b = 0]) => b - a)[0]?.[0]
}

/** No place of one governorate holds more. */
export const mostFamilies = 1_000_000
export const mostIndividuals = 10_000_000

/** Numbers that add up only with their own kind: families, individuals that were counted, individuals that were multiplied. */
export type Sum = { locations: number; families: number; counted: number; multiplied: number }

export const noSum: Sum = { locations: 0, families: 0, counted: 0, multiplied: 0 }

/** Two sums as one. */
export function plus(a: Sum, b: Sum): Sum {
  return {
    locations: a.locations + b.locations,
    families: a.families + b.families,
    counted: a.counted + b.counted,
    multiplied: a.multiplied + b.multiplied,
  }
}
