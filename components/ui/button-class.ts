export type ButtonVariant = 'primary' | 'secondary' | 'danger' | 'quiet'
export type ButtonSize = 'md' | 'sm'

/** The look of a button, shared by buttons and by links that do a deed (`.button` in globals.css). One primary a page. */
export function buttonClass(variant: ButtonVariant = 'primary', size: ButtonSize = 'md'): string {
  return `button button-${variant}${size === 'sm' ? ' button-sm' : ''}`
}
