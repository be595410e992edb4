type Props = {
  name: string
  /** The length of the bar, as a share of `most`; null draws none. */
  value: number | null
  /** The darker part of it, where there is one. */
  part?: number
  most: number
}

/** A group's name over a bar of how much there is of it. */
export function BarName({ name, value, part, most }: Props) {
  return (
    <div className="md:min-w-36">
      <span>{name}</span>
      {value !== null && (
        <svg viewBox="0 0 100 4" preserveAspectRatio="none" className="flip-rtl mt-1 h-1.5 w-full" aria-hidden="true">
          {part !== undefined && <rect width={(value * 100) / most} height="4" className="fill-action-soft" />}
          <rect width={((part ?? value) * 100) / most} height="4" className="fill-action" />
        </svg>
      )}
    </div>
  )
}
