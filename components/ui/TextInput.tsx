import type { ComponentProps } from 'react'
import { classes } from './classes'

/**
 * The look of a box to write in, or to choose in. 16 px under a finger: smaller makes phones zoom the page. What may only
 * be read is known by its attribute: `:read-only` would take every button for it, those of a Select too.
 */
export const inputClass =
  'w-full rounded-button border border-node-border bg-panel px-3 text-body text-ink pointer-coarse:text-[16px] focus-visible:outline-offset-0 disabled:opacity-60 aria-invalid:border-danger [&[readonly]]:border-hairline [&[readonly]]:bg-canvas [&[readonly]]:text-muted'

export interface TextInputProps extends ComponentProps<'input'> {
  readonly tall?: boolean
}

/** One line of text. Put it in a Field, or give it an `aria-label`. */
export function TextInput({ tall = false, className, ...rest }: TextInputProps) {
  return (
    <input
      type="text"
      dir="auto"
      autoComplete="off"
      {...rest}
      className={classes(inputClass, tall ? 'h-11' : 'h-9 pointer-coarse:h-11', className)}
    />
  )
}
