/** The message keys that explain a comparison of two people; their texts are in the `people` messages. */
export const matchReasonKeys = [
  'people.match.document.same',
  'people.match.document.nearlySame',
  'people.match.document.different',
  'people.match.document.sameHouseholdCard',
  'people.match.given.equal',
  'people.match.given.sameSound',
  'people.match.given.near',
  'people.match.given.different',
  'people.match.father.equal',
  'people.match.father.sameSound',
  'people.match.father.near',
  'people.match.father.different',
  'people.match.grandfather.equal',
  'people.match.grandfather.sameSound',
  'people.match.grandfather.near',
  'people.match.grandfather.different',
  'people.match.family.equal',
  'people.match.family.sameSound',
  'people.match.family.near',
  'people.match.family.different',
  'people.match.birth.sameDay',
  'people.match.birth.swapped',
  'people.match.birth.sameMonth',
  'people.match.birth.sameYear',
  'people.match.birth.nearYear',
  'people.match.birth.different',
  'people.match.sex.different',
  'people.match.subDistrict.same',
  'people.match.phone.same',
] as const
export type MatchReasonKey = (typeof matchReasonKeys)[number]

/** Why two records are, or are not, one person; `weight` in points of the score, negative against. */
export type MatchReason = { key: MatchReasonKey; weight: number }
