export type ButtonVariant = 'primary' | 'secondary' | 'danger' | 'quiet'
export type ButtonSize = 'md' | 'sm'

const base =
  'touch-target inline-flex items-center justify-center gap-2 rounded-md border font-semibold no-underline select-none text-center ' +
  'disabled:cursor-default disabled:opacity-60 aria-disabled:opacity-60'

const variants: Record<ButtonVariant, string> = {
  primary: 'border-transparent bg-action-fill text-on-action hover:bg-action-fill-strong',
  secondary: 'border-line-strong bg-surface text-ink hover:bg-sunken',
  danger: 'border-transparent bg-danger-fill text-on-danger hover:brightness-90',
  quiet: 'border-transparent text-action hover:bg-action-soft',
}

const sizes: Record<ButtonSize, string> = {
  md: 'min-h-10 px-4 py-1.5 text-base',
  sm: 'min-h-8 px-3 py-0.5 text-sm',
}

/** The look of a button, shared by buttons and by links that do a deed. One primary a page. */
export function buttonClass(variant: ButtonVariant = 'primary', size: ButtonSize = 'md'): string {
  return `${base} ${variants[variant]} ${sizes[size]}`
}
