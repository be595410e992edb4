/** Standing in for someone who is away. */
export const standing = {
  refused: {
    not_yours: 'لا تستطيع أن تنيب إلا في حق هو لك.',
    not_a_decider: 'لا يحمل هذا الزميل دورًا يبتّ.',
  },
} as const
