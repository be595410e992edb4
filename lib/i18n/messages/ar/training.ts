/** Business development courses, attendance and the hours rule. */
export const training = {
  refused: {
    hours_missing: 'حُضر أقل من أربعة أخماس الساعات. أكمل الدورة أو اطلب إعفاءً من المشرف.',
    own_case: 'لك يد في هذا الطلب؛ يمنح الإعفاءَ مشرفٌ آخر.',
    waived: 'مُنح الإعفاء مسبقًا لهذه الجولة.',
    course_over: 'انتهت هذه الدورة؛ ويبقى سجل حضورها كما هو.',
  },
} as const
