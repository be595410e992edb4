import { Icon } from '@/components/ui/icon'

/** Says on every page that nobody here is real: hatched, so that no colour is needed to notice it. */
export function PracticeBanner({ title, text }: { title: string; text: string }) {
  return (
    <aside aria-label={title} data-shell className="practice-banner">
      <Icon name="triangle-alert" className="size-4" />
      <p>
        <strong className="font-semibold">{title}</strong> <span className="max-sm:sr-only">{text}</span>
      </p>
    </aside>
  )
}
