import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const css = readFileSync(join(import.meta.dirname, 'globals.css'), 'utf8')
const [light = '', dark = ''] = [...css.matchAll(/:root \{([^}]*--canvas[^}]*--focus[^}]*)\}/g)].map(
  (match) => match[1],
)

function coloursOf(block: string): Record<string, string> {
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]))
}

/** Relative luminance after WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

const pairs: [text: string, ground: string, least: number][] = [
  ...['canvas', 'surface', 'sunken'].map((ground): [string, string, number] => ['ink', ground, 7]),
  ...['info', 'good', 'warning', 'danger'].flatMap((tone): [string, string, number][] => [
    ['ink', `${tone}-soft`, 7],
    [tone, `${tone}-soft`, 4.5],
    [tone, 'surface', 4.5],
    [tone, 'canvas', 4.5],
  ]),
  ['ink-soft', 'canvas', 4.5],
  ['ink-soft', 'surface', 4.5],
  ['ink-soft', 'sunken', 4.5],
  ['action', 'surface', 4.5],
  ['action', 'canvas', 4.5],
  ['action', 'action-soft', 4.5],
  ['on-action', 'action-fill', 4.5],
  ['on-danger', 'danger-fill', 4.5],
  ['on-rail', 'rail', 7],
  ['on-rail', 'rail-strong', 4.5],
  ['on-rail-soft', 'rail', 4.5],
  ['line-strong', 'surface', 3],
  ['line-strong', 'canvas', 3],
  ['focus', 'surface', 3],
  ['focus', 'canvas', 3],
]

describe.each([
  ['light', coloursOf(light)],
  ['dark', coloursOf(dark)],
])('the %s colours', (_, colours) => {
  it.each(pairs)('%s on %s has at least %d:1', (text, ground, least) => {
    expect(contrast(colours[text] ?? '#000000', colours[ground] ?? '#000000')).toBeGreaterThanOrEqual(least)
  })
})
