import { plainHead } from '../../../sheets/heads'
import type { Origin, Period, Shelter } from '../domain'

/**
 * Heads of the breakdowns in the lists of the Displacement Tracking Matrix, rounds 5 to 134 (2014–2024), by our codes.
 * A wave is also written with "Wave", "Period" or "Period of displacement" behind it. Source: IOM DTM Iraq, public lists.
 */
const origins: Record<Origin, readonly string[]> = {
  anbar: ['Anbar', 'Al Anbar', 'الأنبار'],
  babylon: ['Babylon', 'Babil', 'بابل'],
  baghdad: ['Baghdad', 'بغداد'],
  basrah: ['Basrah', 'Al Basrah', 'البصرة'],
  dahuk: ['Dahuk', 'Duhok', 'دهوك'],
  diyala: ['Diyala', 'ديالى'],
  erbil: ['Erbil', 'أربيل'],
  kerbala: ['Kerbala', 'Karbala', 'كربلاء'],
  kirkuk: ['Kirkuk', 'كركوك'],
  missan: ['Missan', 'Maysan', 'ميسان'],
  muthanna: ['Muthanna', 'Al Muthanna', 'المثنى'],
  najaf: ['Najaf', 'Al Najaf', 'النجف'],
  ninewa: ['Ninewa', 'Nineveh', 'نينوى'],
  qadissiya: ['Qadissiya', 'Al Diwaniya', 'القادسية'],
  salah_al_din: ['Salah al-Din', 'Salahal Din', 'صلاح الدين'],
  sulaymaniyah: ['Sulaymaniyah', 'Al Sulaymaniyah', 'السليمانية'],
  thi_qar: ['Thi-Qar', 'ذي قار'],
  wassit: ['Wassit', 'Wasit', 'واسط'],
}

const periods: Record<Period, readonly string[]> = {
  pre_june_2014: ['Pre-June 2014'],
  june_july_2014: ['June-July 2014'],
  august_2014: ['August 2014'],
  post_september_2014: ['Post September 2014'],
  post_april_2015: ['Post April 2015'],
  post_march_2016: ['Post March 2016'],
  post_october_2016: ['Post October 2016', 'Post 17 October 2016'],
  july_2017: ['July 2017'],
  january_2019: ['Jan 2019', 'January 2019'],
  january_2020: ['Jan 2020', 'January 2020'],
  january_2021: ['Jan 2021', 'January 2021'],
  january_2022: ['Jan 2022', 'January 2022'],
  january_2023: ['Jan 2023', 'January 2023'],
  january_2024: ['Jan 2024', 'January 2024'],
}

const shelters: Record<Shelter, readonly string[]> = {
  own_property: ['Own property'],
  habitual_residence_habitable: ['Residence of Origin (Habitable)', 'Habitual Residence (Habitable)'],
  habitual_residence_uninhabitable: ['Residence of Origin (Uninhabitable)', 'Habitual Residence (Uninhabitable)'],
  rented_habitable: [
    'Rented habitable',
    'Rented (pre Apr 2019)',
    'Rented houses',
    'Apartment/House (not owned) (habitable)',
  ],
  rented_uninhabitable: ['Rented uninhabitable', 'Apartment/House (not owned) (uninhabitable)'],
  host_families: ['Host families', 'Host family'],
  hotel: ['Hotel/Motel', 'Hotel/Motel or short-term rental'],
  camp: ['Camp', 'Camps'],
  informal_settlement: ['Informal settlements'],
  tent_or_makeshift: ['Tent/Caravan/makeshift shelter/mud or block house'],
  unfinished_building: ['Unfinished/abandoned building', 'Unfinished building'],
  school_building: ['School building'],
  religious_building: ['Religious building'],
  public_building: ['Public Buildings or Collective shelters'],
  non_residential: ['Non-residential structure'],
  other: ['Other', 'Other critical shelter'],
  unknown: ['Unknown shelter type', 'Unknown'],
}

type Entries<Kind extends string> = readonly (readonly [string, `${Kind}:${string}`])[]

const entries = <Kind extends string>(kind: Kind, list: Record<string, readonly string[]>): Entries<Kind> =>
  Object.entries(list).flatMap(([code, words]) => words.map((word) => [plainHead(word), `${kind}:${code}`] as const))

export const originHeads = entries('origin', origins)
export const shelterHeads = entries('shelter', shelters)
export const periodHeads = ['', 'Wave', 'Period', 'Period of displacement'].flatMap((suffix) =>
  entries('period', periods).map(([head, field]) => [head + plainHead(suffix), field] as const),
)
