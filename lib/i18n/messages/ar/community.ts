/** المجتمعات: من يسكنها ومن ساعدناه وما تحتاج إليه. */
export const community = {
  title: 'المجتمعات',
  lead: 'من يسكنها، ومن ساعدناه، وما يحتاج إليه الناس، وما يُبنى',
  tabs: { label: 'أقسام المجتمعات', communities: 'المجتمعات' },
  list: {
    name: 'المجتمع',
    district: 'القضاء',
    idp: 'عائلات نازحة',
    returnee: 'عائلات عائدة',
    forums: 'المنتديات',
    needs: 'احتياجات مفتوحة',
    projects: 'المشاريع',
    empty: 'لا يُعرف شيء عن أي مجتمع بعد',
  },
  help: {
    grants: 'حصلوا على منحة',
    referrals: 'عاينهم مرفق صحي',
    consultations: 'معاينة',
    sessions: 'مقعدًا في جلسات المنتديات',
    projects: 'تخدمهم المشاريع',
    open_concerns: 'شاغلًا ما زال مفتوحًا',
    few: 'أقل من 5',
  },
  page: {
    needs: 'الاحتياجات بترتيب المجتمع لها',
    noNeeds: 'لا تذكر أي خطة احتياجًا هنا.',
    projects: 'المشاريع',
    noProjects: 'لا مشروع هنا.',
    forums: 'المنتديات',
    noForums: 'لا منتدى هنا.',
    displacement: 'النازحون والعائدون',
  },
} as const
