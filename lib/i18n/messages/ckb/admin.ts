export const admin = {
  save: 'گۆڕانکارییەکان پاشەکەوت بکە',
  programmes: {
    livelihoods: 'بژێوی',
    health: 'تەندروستی',
    policing: 'پۆلیسی کۆمەڵگە',
  },
  start: {
    title: 'بەڕێوەبردن',
    part: {
      users: 'بەکارهێنەران',
      teams: 'تیمەکان',
      places: 'شوێنەکان',
    },
  },
  users: {
    title: 'بەکارهێنەران',
    new: 'بەکارهێنەری نوێ',
    name: 'ناو',
    email: 'ئیمەیڵ',
    locale: 'زمان',
    role: 'ڕۆڵ',
    roles: 'ڕۆڵەکان',
    team: 'تیم',
    teams: 'تیمەکان',
    active: 'چالاک',
    any: 'هەموو',
  },
  teams: {
    title: 'تیمەکان',
    district: 'قەزا',
    members: 'ئەندامان',
  },
}
