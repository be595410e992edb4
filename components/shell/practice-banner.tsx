import { Icon } from '@/components/ui/icon'

/** Says on every page that nobody here is real: hatched, so that no colour is needed to notice it. */
export function PracticeBanner({ title, text }: { title: string; text: string }) {
  return (
    <aside
      aria-label={title}
      data-shell
      className="flex items-center justify-center gap-2 border-b border-warning bg-warning-soft bg-[repeating-linear-gradient(135deg,transparent_0_14px,color-mix(in_srgb,var(--warning)_10%,transparent)_14px_28px)] px-4 py-1 text-sm text-warning"
    >
      <Icon name="triangle-alert" className="size-4" />
      <p>
        <strong className="font-semibold">{title}</strong> <span className="max-sm:sr-only">{text}</span>
      </p>
    </aside>
  )
}
