/** The committee that scores applications. */
export const committee = {
  refused: {
    not_recommended: 'لم توصِ اللجنة بهذا الطلب.',
    recorded: 'سُجّلت النتيجة؛ وأُغلق التقييم.',
    not_a_member: 'لست عضوًا في هذا الاجتماع.',
    in_conflict: 'لك يد في هذا الطلب أو أعلنت تضارب مصالح: لا تقيّمه.',
    not_declared: 'صرّح أولًا إن كان لديك تضارب مصالح.',
    three_scores: 'تحتاج النتيجة إلى تقييم ثلاثة أعضاء على الأقل.',
  },
} as const
