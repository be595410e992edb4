import type { Constituency, ForumType, MemberPart } from '../../../lib/forums/domain'
import type { Random } from '../random'
import { firstNames } from './names-of-members'
import type { SeedTeam } from './places'

export type SeedForum = {
  team: SeedTeam
  nameEn: string
  nameAr: string
  type: ForumType
  locationPcode: string
  policeStation: string
  venue: string
  terms: string
}

const terms =
  'حوار شهري بين المجتمع والشرطة. يطرح الأعضاء ما يقلق الناس ويتفقون على إجراءات لها صاحب وموعد، ويتحقق المنتدى منها في الجلسة التالية. لا تُذكر أسماء.'

/** Five made-up forums where the programme's are: three of Falluja, two of Ramadi. */
export const seedForums: readonly SeedForum[] = [
  {
    team: 'falluja',
    nameEn: 'Falluja Centre community forum',
    nameAr: 'منتدى مركز الفلوجة المجتمعي',
    type: 'community',
    locationPcode: 'IQG01Q01N03',
    policeStation: 'مركز شرطة الفلوجة',
    venue: 'قاعة البلدية',
    terms,
  },
  {
    team: 'falluja',
    nameEn: 'Falluja women’s forum',
    nameAr: 'منتدى نساء الفلوجة',
    type: 'women',
    locationPcode: 'IQG01Q01N03',
    policeStation: 'مركز شرطة الفلوجة',
    venue: 'مركز النساء',
    terms,
  },
  {
    team: 'falluja',
    nameEn: 'Falluja youth forum',
    nameAr: 'منتدى شباب الفلوجة',
    type: 'youth',
    locationPcode: 'IQG01Q01N03',
    policeStation: 'مركز شرطة الفلوجة',
    venue: 'منتدى الشباب',
    terms,
  },
  {
    team: 'ramadi',
    nameEn: 'Ramadi Centre community forum',
    nameAr: 'منتدى مركز الرمادي المجتمعي',
    type: 'community',
    locationPcode: 'IQG01Q03N03',
    policeStation: 'مركز شرطة الرمادي',
    venue: 'قاعة المحافظة',
    terms,
  },
  {
    team: 'ramadi',
    nameEn: 'Anbar coordination forum',
    nameAr: 'منتدى التنسيق في الأنبار',
    type: 'coordination',
    locationPcode: 'IQG01Q03N03',
    policeStation: 'قيادة شرطة الأنبار',
    venue: 'ديوان المحافظة',
    terms,
  },
]

type SeedMember = { name: string; constituency: Constituency; part: MemberPart; sex: 'female' | 'male' }

/** A dozen members for each constituency's voice; the first is the chair, the second the secretary. */
export function seedMembers({ type }: SeedForum, random: Random): SeedMember[] {
  const order: Constituency[] = [
    'community',
    'civil_society',
    'police',
    'authority',
    'tribal',
    'women',
    'youth',
    'community',
    'women',
    'tribal',
    'youth',
    'community',
  ]
  return order.map((constituency, at) => {
    const isWoman = type === 'women' || constituency === 'women' || (constituency === 'youth' && random.chance(0.5))
    const sex = isWoman && constituency !== 'police' ? 'female' : 'male'
    const name = `${random.pick(firstNames[sex])} ${random.pick(firstNames.male)}`
    return { name, constituency, part: at === 0 ? 'chair' : at === 1 ? 'secretary' : 'member', sex }
  })
}

/** Minutes as a secretary writes them: what was said, not who said it. */
export const seedMinutes = (raised: readonly string[]) =>
  [
    'افتُتحت الجلسة بمراجعة ما اتُّفق عليه سابقًا.',
    ...raised.map((summary) => `طُرح: ${summary}. نوقش واتُّفق على إجراء له صاحب وموعد.`),
    'تقرر موعد الجلسة القادمة بعد شهر.',
  ].join('\n')
