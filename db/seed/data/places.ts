/**
 * Neighbourhoods and villages around the four teams, as the Displacement Tracking Matrix names them (IOM, public lists).
 * `team` is the team that works there; the P-code is the sub-district's (see locations.ts).
 */
export type SeedTeam = 'falluja' | 'ramadi' | 'ameriyat' | 'garma'
/** Where people live, in percent: four in five are in the district of Falluja. */
export const teamShares = [
  ['falluja', 50],
  ['ramadi', 18],
  ['ameriyat', 18],
  ['garma', 14],
] as const
export type SeedPlace = { team: SeedTeam; subDistrict: string; nameEn: string; nameAr: string }

function list(team: SeedTeam, subDistrict: string, text: string): SeedPlace[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [nameEn = '', nameAr = ''] = line.split('=').map((part) => part.trim())
      return { team, subDistrict, nameEn, nameAr }
    })
}

export const seedPlaces: readonly SeedPlace[] = [
  ...list(
    'falluja',
    'IQG01Q01N03',
    `
Al-Julan = حي الجولان
Nazal = حي نزال
Al-Andalus = حي الأندلس
Al-Muatasem = حي المعتصم
Al-Jamhuriya = حي الجمهورية
Al-Mualmeen = حي المعلمين
Al-Shurta = حي الشرطة
Hay Al-Askari = الحي العسكري
Hay Al-Dhubbat = حي الضباط
Hay Al-Shuhadaa = حي الشهداء
Hay Al-Resala = حي الرسالة
Hay Al-Ameen = حي الأمين
Al-Wahda = حي الوحدة
Al-Bazara = حي البزارة
Al-Jaghify Al-Thaniya = الجغيفي الثانية
Neeamiya = النعيمية
Al-Falahat = قرية الفلاحات
Albu Alwan village = قرية البوعلوان
Al-Azrakiya = الأزركية
Al-Zuwayiah = قرية الزوية
`,
  ),
  ...list(
    'ramadi',
    'IQG01Q03N03',
    `
Al-Andalus = حي الأندلس
Al-Malab = حي الملعب
Al-Hooz = حي الحوز
Al-Aziziya = العزيزية
Al-Soora = السورة
Al-Sofiya = الصوفية
Al-Sajariya = السجارية
Hay Al-Dhubat Al-Thaniya = حي الضباط الثانية
Hay Al-Bakr = حي البكر
Hay Al-Eskan = حي الإسكان
Hay 8 Shubat = حي 8 شباط
Hay 30 Tamooz = حي 30 تموز
5 Kilo = الخمسة كيلو
Al-Jazeera = الجزيرة
Albu Fraj = البو فراج
Zankura = زنكورة
Warar = الورار
`,
  ),
  ...list(
    'ramadi',
    'IQG01Q03N01',
    `
Al-Khulafaa = حي الخلفاء
Al-Sadiqiya = الصديقية
Husaiba Al-Sharqiya = حصيبة الشرقية
Abu Flais = أبو فليس
`,
  ),
  ...list(
    'ameriyat',
    'IQG01Q01N01',
    `
Al-Amiriya centre = مركز العامرية
Ameriyat Al-Falluja camp = مخيم عامرية الفلوجة
Al-Betra = البترا
Al-Hmedin = الحميدين
Albu Jasim = البو جاسم
Albu Hatem = البو حاتم
Albu Salman = البو سلمان
Tal Ghatas = تل غطاس
Al-Ekhaa compound = مجمع الإخاء السكني
Al-Huraimat = الهريمات
`,
  ),
  ...list(
    'garma',
    'IQG01Q01N02',
    `
Al-Garma centre = مركز الكرمة
Al-Rufa = الروفة
Al-Shahabi Al-Oula = الشهابي الأولى
Al-Karagul = الكراغول
Al-Bijara = البجارة
Al-Shurtan = الشورتان
Luhaib = اللهيب
Subaihat = الصبيحات
Albu Khalifa = البو خليفة
Albu Udah = البو عودة
`,
  ),
]
