/** Business sectors of the grants; the codes are what figures are counted by, the words can be edited by an admin. */
export const seedSectors = [
  { code: 'retail', nameEn: 'Retail', nameAr: 'تجارة التجزئة', nameCkb: 'فرۆشتنی تاک', position: 1 },
  { code: 'services', nameEn: 'Services', nameAr: 'الخدمات', nameCkb: 'خزمەتگوزاری', position: 2 },
  { code: 'food', nameEn: 'Food and catering', nameAr: 'الأغذية والمطاعم', nameCkb: 'خۆراک', position: 3 },
  {
    code: 'agriculture',
    nameEn: 'Agriculture and livestock',
    nameAr: 'الزراعة والثروة الحيوانية',
    nameCkb: 'کشتوکاڵ',
    position: 4,
  },
  { code: 'construction', nameEn: 'Construction', nameAr: 'البناء والإنشاءات', nameCkb: 'بیناسازی', position: 5 },
  {
    code: 'manufacturing',
    nameEn: 'Manufacturing and crafts',
    nameAr: 'التصنيع والحرف',
    nameCkb: 'پیشەسازی',
    position: 6,
  },
  {
    code: 'ict',
    nameEn: 'Information and communication technology',
    nameAr: 'تكنولوجيا المعلومات والاتصالات',
    nameCkb: null,
    position: 7,
  },
  { code: 'other', nameEn: 'Other', nameAr: 'أخرى', nameCkb: 'هیتر', position: 8 },
] as const
export type SeedSector = (typeof seedSectors)[number]['code']
