/** The words of light infrastructure projects and the rules that follow from them. Pure. Source: the programme's workflow. */

export const projectKinds = [
  'drainage',
  'water',
  'health_centre',
  'womens_centre',
  'school',
  'road',
  'electricity',
  'other',
] as const
export type ProjectKind = (typeof projectKinds)[number]

export const findings = ['ok', 'defect', 'not_applicable'] as const
export type Finding = (typeof findings)[number]

export const defectSeverities = ['minor', 'major', 'critical'] as const
export type DefectSeverity = (typeof defectSeverities)[number]

/** Everything that an inspection can look at; `checklistOf` says what of it a kind of project has. */
export const checkItems = [
  'materials',
  'workmanship',
  'measurements',
  'site_safety',
  'access',
  'cleared',
  'pumps',
  'pipes',
  'levels',
  'pressure',
  'water_quality',
  'structure',
  'roof',
  'electrics',
  'plumbing',
  'accessibility',
  'privacy',
  'surface',
  'drains',
  'cables',
] as const
export type CheckItem = (typeof checkItems)[number]

const always = ['materials', 'workmanship', 'measurements', 'site_safety'] as const
const building = ['structure', 'roof', 'electrics', 'plumbing', 'accessibility'] as const

const ofKind: Record<ProjectKind, readonly CheckItem[]> = {
  drainage: ['pumps', 'pipes', 'levels', 'electrics', 'access'],
  water: ['pipes', 'pumps', 'pressure', 'water_quality', 'access'],
  health_centre: [...building, 'privacy'],
  womens_centre: [...building, 'privacy'],
  school: building,
  road: ['surface', 'levels', 'drains', 'access'],
  electricity: ['cables', 'electrics', 'access'],
  other: ['access', 'cleared'],
}

/** What an inspection of this kind of project looks at, in order. */
export const checklistOf = (kind: ProjectKind): readonly CheckItem[] => [...always, ...ofKind[kind]]

/** States in which the bill of quantities can still be changed: it is what is approved. */
export const billStates = ['identified', 'assessed', 'prioritised', 'designed'] as const
/** States in which instalments are agreed on. */
export const instalmentStates = ['contracted', 'works', 'suspended'] as const
/** States in which someone goes to look. */
export const inspectionStates = ['works', 'suspended', 'inspected', 'defects', 'liability_period'] as const

/** Lines of one bill, and instalments of one contract. */
export const mostLines = 120
export const mostInstalments = 20

/** Days before the liability of the contractor ends in which its team is reminded. */
export const remindDays = 30

/** What a line comes to, in minor units: thousandths of the unit times the price of one. The database rounds the same. */
export const amountOf = (line: { quantityThousandths: number; unitPriceMinor: number }) =>
  Number((BigInt(line.quantityThousandths) * BigInt(line.unitPriceMinor) + 500n) / 1000n)

/** Whether an instalment is due: the works have been inspected as far as it asks, and it is not paid. */
export const isDue = (instalment: { percent: number; paidOn: string | null }, progress: number) =>
  instalment.paidOn === null && progress >= instalment.percent

/** Whether the last inspection by somebody else, of those given latest first, found the works as far as an instalment asks. The database asks the same. */
export const isInspectedByOther = (
  { percent }: { percent: number },
  inspections: readonly { progress: number; createdBy: string }[],
  userId: string,
) => (inspections.find((one) => one.createdBy !== userId)?.progress ?? 0) >= percent
