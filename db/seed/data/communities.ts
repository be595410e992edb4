import type { NeedSector } from '../../../lib/communities/domain'
import type { ProjectKind } from '../../../lib/communities/projects/domain'
import type { ProjectStatus } from '../../../lib/communities/projects/machine'

type SeedNeed = {
  key: string
  sector: NeedSector
  ar: string
  en: string
  people: number
  points: readonly [severity: number, people: number, urgency: number, feasibility: number]
  outcome?: string
}

/** What Falluja Centre ranked with its municipality. */
export const seedNeeds: readonly SeedNeed[] = [
  {
    key: 'drainage',
    sector: 'sanitation',
    ar: 'مياه الأمطار تبقى أياماً في شوارع الحي العسكري',
    en: 'Rain water stands for days in the streets of Al-Askari',
    people: 9200,
    points: [5, 5, 5, 4],
    outcome: 'بُنيت محطة تصريف، وفي أول مطر قوي جفّت الشوارع خلال ثلاث ساعات.',
  },
  {
    key: 'water',
    sector: 'water',
    ar: 'الماء لا يصل إلى بيوت العائدين في حي الشهداء',
    en: 'Water does not reach the houses of returnees in Al-Shuhada',
    people: 6400,
    points: [5, 4, 5, 4],
  },
  {
    key: 'health',
    sector: 'health',
    ar: 'المركز الصحي متضرر ويعمل بنصف غرفه',
    en: 'The health centre is damaged and works in half of its rooms',
    people: 14000,
    points: [4, 5, 4, 3],
  },
  {
    key: 'women',
    sector: 'employment',
    ar: 'لا مكان آمناً للنساء للتدريب والعمل',
    en: 'No safe place for women to train and work',
    people: 1800,
    points: [4, 3, 4, 4],
  },
  {
    key: 'school',
    sector: 'education',
    ar: 'مدرسة بثلاثة أوقات دوام في حي الأندلس',
    en: 'A school in three shifts in Al-Andalus',
    people: 2100,
    points: [4, 3, 3, 2],
  },
  {
    key: 'light',
    sector: 'electricity',
    ar: 'الطريق إلى السوق مظلم مساءً',
    en: 'The way to the market is dark in the evening',
    people: 3500,
    points: [3, 3, 4, 5],
  },
  {
    key: 'jobs',
    sector: 'employment',
    ar: 'الشباب بلا عمل بعد العودة',
    en: 'Young people without work after their return',
    people: 5200,
    points: [4, 4, 3, 2],
  },
]

type SeedProject = {
  need: string
  kind: ProjectKind
  ar: string
  en: string
  reaches: ProjectStatus
  /** Days ago on which it was written down. */
  began: number
  contractor: string
  operator: string
  /** Item, unit, quantity, price in dinars. */
  lines: readonly (readonly [string, string, string, string])[]
  /** In dinars. */
  value: number
  /** What each visit found, in percent. */
  visits: readonly number[]
  served: readonly [women: number, men: number, girls: number, boys: number]
}

/** The projects that the programme is known for, each in another state. */
export const seedProjects: readonly SeedProject[] = [
  {
    need: 'drainage',
    kind: 'drainage',
    ar: 'محطة تصريف مياه الأمطار في الحي العسكري',
    en: 'Rain water drainage station, Al-Askari',
    reaches: 'liability_period',
    began: 430,
    contractor: 'شركة الرافدين للمقاولات',
    operator: 'مديرية مجاري الفلوجة',
    lines: [
      ['حفر وتسوية', 'م³', '420.5', '18000'],
      ['مضخة غاطسة 30 كيلوواط', 'قطعة', '2', '26500000'],
      ['أنبوب 400 ملم مع التمديد', 'م', '640', '62000'],
      ['غرفة مضخات خرسانية', 'قطعة', '1', '31000000'],
      ['لوحة كهرباء وتأريض', 'قطعة', '1', '9400000'],
    ],
    value: 136_500_000,
    visits: [25, 60, 100],
    served: [2700, 2600, 2000, 1900],
  },
  {
    need: 'water',
    kind: 'water',
    ar: 'شبكة ماء حي الشهداء',
    en: 'Water network, Al-Shuhada',
    reaches: 'works',
    began: 260,
    contractor: 'شركة نهر الفرات للمقاولات',
    operator: 'مديرية ماء الفلوجة',
    lines: [
      ['أنبوب 160 ملم مع التمديد', 'م', '2350', '41000'],
      ['توصيلة بيت مع عداد', 'قطعة', '780', '95000'],
      ['صمام 160 ملم', 'قطعة', '24', '620000'],
      ['فحص ضغط وتعقيم', 'كم', '2.35', '1500000'],
    ],
    value: 184_000_000,
    visits: [20, 45],
    served: [1900, 1800, 1400, 1300],
  },
  {
    need: 'health',
    kind: 'health_centre',
    ar: 'تأهيل مركز صحي الأندلس',
    en: 'Rehabilitation of Al-Andalus health-care centre',
    reaches: 'defects',
    began: 340,
    contractor: 'مكتب البناء الحديث',
    operator: 'قطاع الفلوجة للرعاية الصحية الأولية',
    lines: [
      ['ترميم سقف وعزل', 'م²', '310.25', '47000'],
      ['أبواب وشبابيك', 'قطعة', '38', '410000'],
      ['تأسيسات كهربائية', 'مقطوع', '1', '14800000'],
      ['منحدر للكراسي المتحركة', 'قطعة', '2', '1900000'],
    ],
    value: 48_000_000,
    visits: [40, 100],
    served: [5200, 4100, 2500, 2200],
  },
  {
    need: 'women',
    kind: 'womens_centre',
    ar: 'مركز النساء في الفلوجة',
    en: 'Women’s centre, Falluja',
    reaches: 'designed',
    began: 120,
    contractor: '',
    operator: '',
    lines: [
      ['بناء قاعة تدريب', 'م²', '180', '390000'],
      ['تأثيث ورشة خياطة', 'مقطوع', '1', '12500000'],
      ['سياج ومدخل', 'م', '95', '110000'],
    ],
    value: 0,
    visits: [],
    served: [1500, 0, 300, 0],
  },
]
