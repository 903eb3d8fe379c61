import type { ComponentProps } from 'react'
import { Slot } from 'radix-ui'
import { classes } from './classes'

export type ButtonLook = 'filled' | 'outlined' | 'quiet' | 'danger'

const looks: Readonly<Record<ButtonLook, string>> = {
  filled: 'bg-accent text-on-accent hover:opacity-90 active:opacity-80',
  outlined: 'border border-quiet-border bg-panel text-ink hover:bg-hover',
  quiet: 'text-ink hover:bg-hover',
  danger: 'border border-danger text-danger bg-panel hover:bg-hover',
}

const sizes = {
  small: 'h-8 px-2.5 text-second',
  normal: 'h-9 px-3.5 text-body',
  large: 'h-11 px-5 text-timer',
} as const

export interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: ButtonLook
  readonly size?: keyof typeof sizes
  /** Gives the looks to the only child instead, such as a link. */
  readonly asChild?: boolean
}

/** A button with words on it. At most one filled button per panel. */
export function Button({ look = 'outlined', size = 'normal', asChild = false, className, ...rest }: ButtonProps) {
  const Part = asChild ? Slot.Root : 'button'
  return (
    <Part
      {...(asChild ? {} : { type: 'button' as const })}
      className={classes(
        'inline-flex shrink-0 items-center justify-center gap-2 rounded-button font-medium whitespace-nowrap select-none',
        'transition-[background-color,opacity] duration-120 disabled:opacity-45 disabled:hover:bg-inherit',
        looks[look],
        sizes[size],
        className,
      )}
      {...rest}
    />
  )
}
