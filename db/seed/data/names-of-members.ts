/** Given names for the made-up members of forums. */
export const firstNames = {
  female: ['زينب', 'هدى', 'نور', 'سعاد', 'رغد', 'أسماء', 'شيماء', 'ابتهال', 'وفاء', 'منى'],
  male: ['أحمد', 'خالد', 'عمر', 'ياسر', 'حميد', 'سعد', 'فلاح', 'رافع', 'عبد الله', 'مثنى', 'صباح', 'نزار'],
} as const
