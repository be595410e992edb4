export const errors = {
  required: 'ئەم خانەیە پێویستە',
  choose: 'یەکێک هەڵبژێرە',
}
