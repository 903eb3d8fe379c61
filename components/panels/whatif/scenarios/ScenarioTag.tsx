import { fillOf } from './barFill'

/** A, B, C, D: the letter of a scenario in a comparison, on the pattern of its bars. */
export function ScenarioTag({ place }: { readonly place: number }) {
  return (
    <span
      aria-hidden
      className="relative inline-flex size-6 shrink-0 items-center justify-center overflow-hidden rounded-[4px] border border-node-border text-meta font-semibold"
    >
      <span className="absolute inset-x-0 bottom-0 h-1.5" style={{ background: fillOf(place, 'var(--color-ink)') }} />
      <span className="-mt-1.5">{letterOf(place)}</span>
    </span>
  )
}

export function letterOf(place: number): string {
  return String.fromCharCode(65 + place)
}
