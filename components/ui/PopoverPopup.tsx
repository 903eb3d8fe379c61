'use client'
import { Popover } from 'radix-ui'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { onEscape } from './onEscape'
import { StandIn } from './StandIn'

export interface PopoverPopupProps {
  /** The id of the button that opens it. */
  readonly triggerId: string
  readonly id: string
  readonly label: string
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly side: 'top' | 'right' | 'bottom' | 'left'
  readonly align: 'start' | 'center' | 'end'
  readonly className: string | undefined
  readonly children: ReactNode
}

/** The panel of a popover, hanging on its button. */
export function PopoverPopup({
  triggerId,
  id,
  label,
  open,
  onOpenChange,
  side,
  align,
  className,
  children,
}: PopoverPopupProps) {
  return (
    <Popover.Root open={open} onOpenChange={onOpenChange}>
      <Popover.Trigger asChild>
        <StandIn of={triggerId} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          id={id}
          aria-label={label}
          side={side}
          align={align}
          sideOffset={8}
          collisionPadding={8}
          onKeyDown={onEscape(() => onOpenChange(false))}
          className={classes(
            'z-50 max-w-[calc(100vw-1rem)] animate-appear rounded-panel border border-hairline bg-panel p-3 text-ink shadow-float outline-none',
            className,
          )}
        >
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
