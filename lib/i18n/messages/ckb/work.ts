export const work = {
  title: 'کارەکانم',
  greeting: 'ڕۆژباش، {name}',
  clear: 'هیچ کارێک چاوەڕێی تۆ ناکات',
  sections: {
    overdue: 'دواکەوتوو',
    today: 'بۆ ئەمڕۆ',
    returned: 'بۆت گەڕێندراوەتەوە',
    toDecide: 'چاوەڕێی بڕیاری تۆ',
    tasks: 'ئەرکەکانت',
    waiting: 'چاوەڕێی کەسانی تر',
  },
  notifications: {
    title: 'ئاگادارییەکان',
    empty: 'هیچ ئاگادارییەک نییە',
    unread: 'نوێ',
  },
}
