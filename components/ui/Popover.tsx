'use client'
import { Popover as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { classes } from './classes'

export interface PopoverProps {
  readonly trigger: ReactNode
  readonly label: string
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
  readonly align?: 'start' | 'center' | 'end'
  readonly className?: string
  readonly children: ReactNode
}

/** A small panel at its button; closes on Esc and on a press outside. */
export function Popover({ trigger, label, open, onOpenChange, side, align, className, children }: PopoverProps) {
  return (
    <Radix.Root {...(open === undefined ? {} : { open })} {...(onOpenChange === undefined ? {} : { onOpenChange })}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          side={side ?? 'bottom'}
          align={align ?? 'start'}
          sideOffset={8}
          collisionPadding={8}
          className={classes(
            'z-50 w-80 max-w-[calc(100vw-16px)] rounded-panel border border-hairline bg-panel p-4 text-ink shadow-float outline-none',
            className,
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
