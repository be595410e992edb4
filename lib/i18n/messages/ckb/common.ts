export const common = {
  app: { name: 'سەند' },
  nav: { work: 'کارەکانم', people: 'کەسەکان', grants: 'بەخشینەکان', admin: 'بەڕێوەبردن' },
  shell: { search: 'گەڕان بۆ کەس یان ژمارەی سەرچاوە', searchGo: 'گەڕان', language: 'زمان', signOut: 'چوونەدەرەوە' },
  languages: { en: 'English', ar: 'العربية', ckb: 'کوردی' },
  list: { next: 'دواتر', previous: 'پێشتر' },
  form: { yes: 'بەڵێ', no: 'نەخێر', cancel: 'هەڵوەشاندنەوە', close: 'داخستن', day: 'ڕۆژ', month: 'مانگ', year: 'ساڵ' },
}
