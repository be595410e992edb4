export const NEXT: string
export function isBuilt(): boolean
export function ensureBuilt(): Promise<void>
