import type { DraftEntry } from './draft-store'

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

function isControl(element: Element): element is Control {
  return (
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement ||
    (element instanceof HTMLInputElement && !['hidden', 'submit', 'button', 'file'].includes(element.type))
  )
}

/** Puts kept answers back into a form and tells its fields, as if they had been typed. True when anything changed. */
export function fillForm(form: HTMLFormElement, entries: readonly DraftEntry[]): boolean {
  const answers = new Map<string, string[]>()
  for (const [name, value] of entries) answers.set(name, [...(answers.get(name) ?? []), value])
  const seen = new Map<string, number>()
  let changed = false
  for (const control of [...form.elements].filter(isControl)) {
    const kept = answers.get(control.name)
    if (control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')) {
      const checked = kept?.includes(control.value) ?? false
      // A radio is switched off by its neighbour; a box nobody kept was not ticked.
      if (control.checked === checked || (control.type === 'radio' && !checked)) continue
      control.checked = checked
    } else {
      const nth = seen.get(control.name) ?? 0
      seen.set(control.name, nth + 1)
      const value = kept?.[nth]
      if (value === undefined || control.value === value) continue
      control.value = value
    }
    changed = true
    control.dispatchEvent(new Event('input', { bubbles: true }))
    control.dispatchEvent(new Event('change', { bubbles: true }))
  }
  return changed
}
