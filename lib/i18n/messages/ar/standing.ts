/** Standing in for someone who is away. */
export const standing = {
  title: 'عند غيابك',
  lead: 'اترك قراراتك لزميل يبتّ هو أيضًا، طوال أيام غيابك. وتبقى القرارات بيدك أيضًا.',
  arrange: 'ترك قرار لزميل',
  colleague: 'الزميل',
  right: 'أي قرار',
  rights: {
    grants: { decide_first: 'الموافقة الأولى على المنح', decide_second: 'الموافقة الثانية على المنح' },
  },
  from: 'من',
  to: 'إلى، وهذا اليوم مشمول',
  reason: 'السبب',
  save: 'اتركه له',
  given: 'تركتَه لغيرك',
  received: 'تُرك لك',
  noneGiven: 'لم تترك قرارًا لأحد.',
  noneReceived: 'لم يترك لك أحد قرارًا.',
  over: 'انتهى',
  days: 'من {from} إلى {to}',
  end: 'إنهاء الآن',
  errors: {
    past: 'ابدأ من اليوم أو بعده',
    order: 'اليوم الأخير قبل الأول',
    tooLong: '60 يومًا على الأكثر في كل مرة',
    yourself: 'اختر شخصًا آخر',
  },
  refused: {
    not_yours: 'لا تستطيع أن تنيب إلا في حق هو لك.',
    not_a_decider: 'لا يحمل هذا الزميل دورًا يبتّ.',
  },
} as const
