/** Funding sources, budget lines and their ledger. */
export const budgets = {
  refused: {
    not_now: 'تغيّر هذا في الأثناء أو لا يمكن في هذه الحالة. أعد تحميل الصفحة.',
    not_yourself: 'يُسجَّل القرار دائمًا باسمك أنت.',
    second_person: 'أنت من اقترح هذا؛ يجب أن يوافق شخص ثانٍ.',
    source_not_active: 'فعّل مصدر التمويل أولًا.',
    below_committed: 'خُصّص من هذا البند أكثر من هذا المبلغ.',
    source_exceeded: 'سيتجاوز مجموع البنود مبلغ المصدر.',
    line_currency: 'عملة البند هي عملة مصدره، ويجب ألا يكون المصدر مغلقًا.',
  },
} as const
