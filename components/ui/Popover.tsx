'use client'
import { Popover as RadixPopover } from 'radix-ui'
import type { ReactNode } from 'react'
import { classes } from './classes'

export interface PopoverProps {
  /** Read aloud when the popover opens. */
  readonly label: string
  /** The button that opens it, or none if `anchor` says where it hangs. */
  readonly trigger?: ReactNode
  /** Where it hangs when nothing of its own opens it: an element that takes a ref. */
  readonly anchor?: ReactNode
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
  readonly align?: 'start' | 'center' | 'end'
  readonly className?: string
  readonly onOpenAutoFocus?: (event: Event) => void
  readonly onCloseAutoFocus?: (event: Event) => void
  readonly children: ReactNode
}

/** A small panel that hangs on something and closes by Esc or a click elsewhere. */
export function Popover({
  label,
  trigger,
  anchor,
  open,
  onOpenChange,
  side = 'bottom',
  align = 'center',
  className,
  onOpenAutoFocus,
  onCloseAutoFocus,
  children,
}: PopoverProps) {
  return (
    <RadixPopover.Root
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      {trigger === undefined ? null : <RadixPopover.Trigger asChild>{trigger}</RadixPopover.Trigger>}
      {anchor === undefined ? null : <RadixPopover.Anchor asChild>{anchor}</RadixPopover.Anchor>}
      <RadixPopover.Portal>
        <RadixPopover.Content
          aria-label={label}
          side={side}
          align={align}
          sideOffset={8}
          collisionPadding={8}
          {...(onOpenAutoFocus === undefined ? {} : { onOpenAutoFocus })}
          {...(onCloseAutoFocus === undefined ? {} : { onCloseAutoFocus })}
          className={classes(
            'z-30 max-w-[calc(100vw-1rem)] animate-appear rounded-panel border border-hairline bg-panel p-3 text-ink shadow-float outline-none',
            className,
          )}
        >
          {children}
        </RadixPopover.Content>
      </RadixPopover.Portal>
    </RadixPopover.Root>
  )
}
