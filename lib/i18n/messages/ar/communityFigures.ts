/** أرقام المجتمعات: الاحتياجات والمشاريع. */
export const communityFigures = {
  title: 'المجتمعات بالأرقام',
  lead: 'احتياجات الخطط السارية والمشاريع كما هي اليوم. كل رقم يفتح السجلات التي وراءه.',
  value: 'قيمة العقد',
  name: 'الاسم',
  table: { needs: 'الاحتياجات', projects: 'المشاريع' },
  by: { all: 'الكل', sector: 'حسب القطاع', district: 'حسب القضاء', status: 'حسب الحالة', kind: 'حسب النوع' },
  measure: {
    needs: 'الاحتياجات',
    open: 'مفتوحة',
    addressed: 'قيد المعالجة',
    met: 'لُبّيت',
    projects: 'المشاريع',
    handed_over: 'سُلّمت',
    served: 'المستفيدون',
  },
} as const
