export const cases = {
  notes: { title: 'تێبینییەکان', add: 'تێبینی نوێ' },
  tasks: { title: 'ئەرکەکان', add: 'ئەرکی نوێ' },
  documents: { title: 'بەڵگەنامەکان' },
}
