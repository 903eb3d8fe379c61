import type { ComponentProps } from 'react'
import { classes } from '../ui/classes'

/** The look of chrome that floats over the canvas: one hairline, one soft shadow. */
export const islandLook = 'rounded-panel border border-hairline bg-panel shadow-float'

/** A small floating surface. */
export function Island({ className, ...rest }: ComponentProps<'div'>) {
  return <div className={classes(islandLook, 'pointer-events-auto', className)} {...rest} />
}

/** A hairline between groups of a bar. */
export function BarRule({ vertical = false }: { readonly vertical?: boolean }) {
  return <span aria-hidden className={vertical ? 'my-1 h-px w-7 bg-hairline' : 'mx-1 h-5 w-px shrink-0 bg-hairline'} />
}
