'use client'
import { Popover } from 'radix-ui'
import { useRef, type ReactNode } from 'react'
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
  readonly alignOffset: number | undefined
  readonly sideOffset: number | undefined
  readonly className: string | undefined
  readonly giveBack: (() => void) | undefined
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
  alignOffset = 0,
  sideOffset = 8,
  className,
  giveBack,
  children,
}: PopoverPopupProps) {
  const isEscaped = useRef(false)
  const shut = onEscape(() => onOpenChange(false))
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
          alignOffset={alignOffset}
          sideOffset={sideOffset}
          collisionPadding={8}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !event.defaultPrevented) isEscaped.current = true
            shut(event)
          }}
          onEscapeKeyDown={() => {
            isEscaped.current = true
          }}
          onCloseAutoFocus={(event) => {
            const byEscape = isEscaped.current
            isEscaped.current = false
            if (!byEscape || giveBack === undefined) return
            event.preventDefault()
            giveBack()
          }}
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
