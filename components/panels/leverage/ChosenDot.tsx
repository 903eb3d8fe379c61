import { classes } from '../../ui/classes'

/** The dot of what the group chose, or a ring where there is none. Decorative: words stand beside it. */
export function ChosenDot({ on, size = 12 }: { readonly on: boolean; readonly size?: number }) {
  return (
    <span
      aria-hidden
      style={{ width: size, height: size }}
      className={classes(
        'inline-block shrink-0 rounded-full border-[1.5px]',
        on ? 'border-accent bg-accent forced-colors:bg-[Highlight]' : 'border-node-border',
      )}
    />
  )
}
