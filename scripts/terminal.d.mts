import type { SpawnOptions } from 'node:child_process'

export class Plain extends Error {}
export function seconds(ms: number): string
export function step<T>(label: string, work: () => Promise<T>): Promise<T>
export function run(command: string, args: string[], options?: SpawnOptions): Promise<string>
export function endAll(): void
