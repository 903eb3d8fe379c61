'use client'
import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes'
import { Tooltip } from './Tooltip'

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label'> {
  /** Accessible name, also shown as tooltip. */
  readonly label: string
  readonly keys?: string | undefined
  readonly tooltipSide?: 'top' | 'right' | 'bottom' | 'left'
  /** Set for toggles: tells whether it is on. */
  readonly pressed?: boolean
  /** 32 in bars, 36 elsewhere, 44 for fingers. */
  readonly size?: 32 | 36 | 44
  readonly children: ReactNode
}

const sizes = { 32: 'size-8', 36: 'size-9', 44: 'size-11' } as const

/** A button with an icon only: named, with tooltip and shortcut. */
export function IconButton({
  label,
  keys,
  tooltipSide = 'bottom',
  pressed,
  size = 36,
  className,
  children,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip label={label} keys={keys} side={tooltipSide}>
      <button
        type="button"
        aria-label={label}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        className={classes(
          'inline-flex shrink-0 items-center justify-center rounded-button text-ink transition-colors duration-120',
          'hover:bg-hover disabled:text-muted disabled:opacity-45 disabled:hover:bg-transparent',
          'aria-pressed:bg-accent-tint aria-pressed:text-accent data-[state=open]:bg-hover',
          sizes[size],
          className,
        )}
        {...rest}
      >
        {children}
      </button>
    </Tooltip>
  )
}
