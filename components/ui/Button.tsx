import type { ComponentProps, ReactNode } from 'react'
import { buttonClass, type ButtonLook } from './buttonClass'
import { classes } from './classes'
import { Spinner } from './Spinner'

export interface ButtonProps extends ComponentProps<'button'>, ButtonLook {
  readonly icon?: ReactNode
  /** Shows a spinner and takes no more clicks; stays focusable. */
  readonly busy?: boolean | undefined
}

/** A button with words. One `primary` per panel at most. */
export function Button({
  variant,
  size,
  wide,
  icon,
  busy = false,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={busy || rest['aria-disabled'] || undefined}
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault()
        else onClick?.(event)
      }}
      className={classes(buttonClass({ variant, size, wide }), className)}
    >
      {busy ? <Spinner size={16} /> : icon}
      {children}
    </button>
  )
}
