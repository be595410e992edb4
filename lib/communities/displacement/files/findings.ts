/**
 * What a row of a file comes to. `ready` is new and `changes` replaces a figure of the round; both are taken. `same` stands
 * already, `applied` was taken, the others say why not.
 */
export const findings = [
  'ready',
  'changes',
  'applied',
  'same',
  'unknown_place',
  'dismissed',
  'twice',
  'unreadable',
  'total',
  'elsewhere',
  'empty',
] as const
export type Finding = (typeof findings)[number]

/** `mapping`: columns wait to be matched. `checking` and `running` are under way, driven by whoever looks. */
export const importStates = ['mapping', 'checking', 'checked', 'running', 'done', 'cancelled'] as const
export type ImportState = (typeof importStates)[number]

/** How a finding looks. */
export const toneOfFinding: Record<Finding, 'neutral' | 'info' | 'good' | 'warning' | 'danger'> = {
  ready: 'info',
  changes: 'warning',
  applied: 'good',
  same: 'neutral',
  unknown_place: 'danger',
  dismissed: 'neutral',
  twice: 'danger',
  unreadable: 'danger',
  total: 'neutral',
  elsewhere: 'neutral',
  empty: 'neutral',
}

export const isImportState = (text: string): text is ImportState => importStates.some((state) => state === text)
