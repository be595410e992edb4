/** What people come with to a primary health care centre; numbers are typed in the register, codes are what totals are counted by. */
export const seedComplaints = [
  { code: 'respiratory', nameEn: 'Respiratory infection', nameAr: 'التهاب الجهاز التنفسي', position: 1 },
  { code: 'diarrhoea', nameEn: 'Diarrhoea', nameAr: 'إسهال', position: 2 },
  { code: 'skin', nameEn: 'Skin disease', nameAr: 'أمراض جلدية', position: 3 },
  { code: 'hypertension_heart', nameEn: 'Blood pressure and heart', nameAr: 'ضغط الدم والقلب', position: 4 },
  { code: 'diabetes', nameEn: 'Diabetes', nameAr: 'السكري', position: 5 },
  { code: 'musculoskeletal', nameEn: 'Muscles, bones and joints', nameAr: 'العضلات والعظام والمفاصل', position: 6 },
  { code: 'urinary', nameEn: 'Urinary tract', nameAr: 'المسالك البولية', position: 7 },
  { code: 'maternal', nameEn: 'Pregnancy and newborn', nameAr: 'الحمل وحديثو الولادة', position: 8 },
  { code: 'injury', nameEn: 'Injury', nameAr: 'إصابة', position: 9 },
  { code: 'eye_ear', nameEn: 'Eye and ear', nameAr: 'العين والأذن', position: 10 },
  { code: 'mental_health', nameEn: 'Mental health', nameAr: 'الصحة النفسية', position: 11 },
  { code: 'other', nameEn: 'Other complaint', nameAr: 'شكوى أخرى', position: 12 },
] as const
