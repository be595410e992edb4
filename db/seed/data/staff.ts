import type { Programme, Role } from '../../../lib/auth/roles'
import type { SeedTeam } from './places'

/** The demo's teams, the districts they reach, and 42 made-up members of staff. */
export const seedTeams = [
  { code: 'falluja', nameEn: 'Falluja', nameAr: 'الفلوجة', districtPcode: 'IQG01Q01' },
  { code: 'ramadi', nameEn: 'Ramadi', nameAr: 'الرمادي', districtPcode: 'IQG01Q03' },
  { code: 'ameriyat', nameEn: 'Ameriyat Al-Falluja', nameAr: 'عامرية الفلوجة', districtPcode: 'IQG01Q01' },
  { code: 'garma', nameEn: 'Al-Garma', nameAr: 'الكرمة', districtPcode: 'IQG01Q01' },
] as const satisfies readonly { code: SeedTeam; nameEn: string; nameAr: string; districtPcode: string }[]

export type SeedStaff = {
  email: string
  nameEn: string
  nameAr: string
  role: Role
  /** Null for staff who work across teams. */
  team: SeedTeam | null
  locale: 'en' | 'ar' | 'ckb'
  programmes: readonly Programme[]
}

function member(
  account: string,
  nameEn: string,
  nameAr: string,
  role: Role,
  team: SeedTeam | null,
  programmes: readonly Programme[] = ['livelihoods'],
): SeedStaff {
  const locale = role === 'caseworker' && !account.startsWith('caseworker') ? 'ar' : 'en'
  return { email: `${account}@demo.sanad`, nameEn, nameAr, role, team, locale, programmes }
}

/** The ten accounts shown to those who try the demo come first. */
export const seedStaff: readonly SeedStaff[] = [
  member('caseworker', 'Ahmed Al-Issawi', 'أحمد العيساوي', 'caseworker', 'falluja'),
  member('caseworker2', 'Zainab Al-Dulaimi', 'زينب الدليمي', 'caseworker', 'ramadi'),
  member('supervisor', 'Khalid Al-Jumaili', 'خالد الجميلي', 'supervisor', 'falluja'),
  member('supervisor2', 'Shaimaa Al-Fahdawi', 'شيماء الفهداوي', 'supervisor', 'ramadi'),
  member('manager', 'Nour Al-Alwani', 'نور العلواني', 'programme_manager', null),
  member('finance', 'Mustafa Al-Rawi', 'مصطفى الراوي', 'finance_officer', null),
  member('finance2', 'Haider Al-Obeidi', 'حيدر العبيدي', 'finance_officer', null),
  member('analyst', 'Sara Al-Hiti', 'سارة الهيتي', 'analyst', null, ['livelihoods', 'health', 'policing']),
  member('admin', 'Omar Al-Ani', 'عمر العاني', 'admin', null),
  member('admin2', 'Rana Al-Kubaisi', 'رنا الكبيسي', 'admin', null),
  member('supervisor3', 'Yasir Al-Zobaie', 'ياسر الزوبعي', 'supervisor', 'ameriyat'),
  member('supervisor4', 'Huda Al-Halbousi', 'هدى الحلبوسي', 'supervisor', 'garma'),
  member('hassan.almuhammadi', 'Hassan Al-Muhammadi', 'حسن المحمدي', 'caseworker', 'falluja'),
  member('mariam.aljanabi', 'Mariam Al-Janabi', 'مريم الجنابي', 'caseworker', 'falluja'),
  member('saad.alissawi', 'Saad Al-Issawi', 'سعد العيساوي', 'caseworker', 'falluja'),
  member('duaa.aljumaili', 'Duaa Al-Jumaili', 'دعاء الجميلي', 'caseworker', 'falluja'),
  member('ammar.alshammari', 'Ammar Al-Shammari', 'عمار الشمري', 'caseworker', 'falluja'),
  member('israa.almashhadani', 'Israa Al-Mashhadani', 'إسراء المشهداني', 'caseworker', 'falluja'),
  member('mahmoud.alfahdawi', 'Mahmoud Al-Fahdawi', 'محمود الفهداوي', 'caseworker', 'ramadi'),
  member('aya.alalwani', 'Aya Al-Alwani', 'آية العلواني', 'caseworker', 'ramadi'),
  member('raad.aldulaimi', 'Raad Al-Dulaimi', 'رعد الدليمي', 'caseworker', 'ramadi'),
  member('noor.alnimrawi', 'Noor Al-Nimrawi', 'نور النمراوي', 'caseworker', 'ramadi'),
  member('qusay.alubaidi', 'Qusay Al-Ubaidi', 'قصي العبيدي', 'caseworker', 'ramadi'),
  member('wisam.aldulaimi', 'Wisam Al-Dulaimi', 'وسام الدليمي', 'caseworker', 'ameriyat'),
  member('amal.alissawi', 'Amal Al-Issawi', 'أمل العيساوي', 'caseworker', 'ameriyat'),
  member('thamer.aljumaili', 'Thamer Al-Jumaili', 'ثامر الجميلي', 'caseworker', 'ameriyat'),
  member('rusul.alzobaie', 'Rusul Al-Zobaie', 'رسل الزوبعي', 'caseworker', 'ameriyat'),
  member('laith.alhalbousi', 'Laith Al-Halbousi', 'ليث الحلبوسي', 'caseworker', 'garma'),
  member('suhad.aljumaili', 'Suhad Al-Jumaili', 'سهاد الجميلي', 'caseworker', 'garma'),
  member('bashar.almuhammadi', 'Bashar Al-Muhammadi', 'بشار المحمدي', 'caseworker', 'garma'),
  member('hanan.alluhaibi', 'Hanan Al-Luhaibi', 'حنان اللهيبي', 'caseworker', 'garma'),
  member('health', 'Iman Al-Nuaimi', 'إيمان النعيمي', 'caseworker', 'falluja', ['health']),
  member('health2', 'Tariq Al-Dulaimi', 'طارق الدليمي', 'caseworker', 'ramadi', ['health']),
  member('health-supervisor', 'Dr. Lamia Al-Hadithi', 'د. لمياء الحديثي', 'supervisor', 'falluja', ['health']),
  member('health-supervisor2', 'Dr. Anas Al-Ani', 'د. أنس العاني', 'supervisor', 'ramadi', ['health']),
  member('policing', 'Hadi Al-Mahamdi', 'هادي المحمدي', 'caseworker', 'falluja', ['policing']),
  member('policing2', 'Sundus Al-Dulaimi', 'سندس الدليمي', 'caseworker', 'ramadi', ['policing']),
  member('policing-supervisor', 'Khalil Al-Jumaili', 'خليل الجميلي', 'supervisor', 'falluja', ['policing']),
  member('policing-supervisor2', 'Afrah Al-Alwani', 'أفراح العلواني', 'supervisor', 'ramadi', ['policing']),
  member('policing-manager', 'Salah Al-Kubaisi', 'صلاح الكبيسي', 'programme_manager', null, ['policing']),
  member('focal', 'Ibtisam Al-Rawi', 'ابتسام الراوي', 'focal_point', null, ['policing']),
  member('health-manager', 'Dr. Saba Al-Rawi', 'د. صبا الراوي', 'programme_manager', null, ['health']),
]
