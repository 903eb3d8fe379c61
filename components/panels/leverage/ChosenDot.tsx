import { chosenTick } from '../../../lib/geometry/chosenTick'

/** The dot of what the group chose, or a ring where there is none. Decorative: words stand beside it. */
export function ChosenDot({ on, size = 14 }: { readonly on: boolean; readonly size?: number }) {
  return (
    <svg aria-hidden width={size} height={size} viewBox="-7.5 -7.5 15 15" className="shrink-0">
      <circle
        r={6.75}
        strokeWidth={1.5}
        className={on ? 'fill-accent stroke-accent' : 'fill-none stroke-node-border'}
      />
      {on ? (
        <path
          d={chosenTick.path}
          strokeWidth={chosenTick.stroke}
          strokeLinecap="round"
          strokeLinejoin="round"
          className="fill-none stroke-on-accent"
        />
      ) : null}
    </svg>
  )
}
