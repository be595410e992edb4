import type { KeyboardEvent } from 'react'

/** What a key asks of the grid: rows down and cells across, or a deed. */
export type Step = readonly [down: number, across: number] | 'next' | 'above' | 'remove' | 'send'

/** Whether an arrow would leave the text: at its edge, or when all of it is chosen. */
function leaves(input: HTMLInputElement, isForward: boolean): boolean {
  const { selectionStart, selectionEnd, value } = input
  if (selectionStart === 0 && selectionEnd === value.length) return true
  return isForward ? selectionStart === value.length : selectionEnd === 0
}

/** Reads a key in a cell; null leaves it to the browser. Arrows go where they point, in either direction of script. */
export function stepOf(event: KeyboardEvent, input: HTMLInputElement): Step | null {
  if (event.nativeEvent.isComposing || event.altKey) return null
  const isControl = event.ctrlKey || event.metaKey
  if (event.key === 'Enter') return isControl ? 'send' : 'next'
  // The second key has the letter of an Arabic keyboard under D.
  if (isControl && (event.code === 'KeyD' || event.key.toLowerCase() === 'd')) return 'above'
  if (isControl && event.key === 'Delete') return 'remove'
  if (isControl || event.shiftKey) return event.key === '"' ? 'above' : null
  switch (event.key) {
    case '"':
      return 'above'
    case 'ArrowDown':
      return [1, 0]
    case 'ArrowUp':
      return [-1, 0]
    case 'ArrowLeft':
    case 'ArrowRight': {
      const isRightToLeft = getComputedStyle(input).direction === 'rtl'
      const isForward = (event.key === 'ArrowRight') !== isRightToLeft
      return leaves(input, isForward) ? [0, isForward ? 1 : -1] : null
    }
    default:
      return null
  }
}
