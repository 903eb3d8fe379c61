'use client'
import { cloneElement, type ComponentProps, type ReactElement, type ReactNode } from 'react'
import { PopoverPopup } from './lateUi'
import { ownFirst } from './ownFirst'
import { usePopupTrigger } from './usePopupTrigger'

export interface PopoverProps {
  /** Read aloud when the popover opens. */
  readonly label: string
  /** The button that opens it: one element that takes handlers and attributes. */
  readonly trigger: ReactElement<ComponentProps<'button'>>
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
  readonly align?: 'start' | 'center' | 'end'
  /** Pixels by which the panel goes on from the button's edge; not out of the window. */
  readonly alignOffset?: number
  /** Pixels between the button and the panel. */
  readonly sideOffset?: number
  readonly className?: string
  /** Gives the focus on when Esc closes it, which else goes back to its button. */
  readonly giveBack?: () => void
  readonly children: ReactNode
}

/** A small panel that hangs on its button and closes by Esc or a press elsewhere. The panel comes late. */
export function Popover({
  label,
  trigger,
  open,
  onOpenChange,
  side = 'bottom',
  align = 'center',
  alignOffset,
  sideOffset,
  className,
  giveBack,
  children,
}: PopoverProps) {
  const own = trigger.props
  const popup = usePopupTrigger(own, { open, onOpenChange })
  return (
    <>
      {cloneElement<ComponentProps<'button'>>(trigger, {
        ...popup.attributes,
        'aria-haspopup': 'dialog',
        onClick: ownFirst(own.onClick, () => popup.change(!popup.isOpen)),
      })}
      {popup.isWanted ? (
        <PopoverPopup
          triggerId={popup.triggerId}
          id={popup.popupId}
          label={label}
          open={popup.isOpen}
          onOpenChange={popup.change}
          side={side}
          align={align}
          alignOffset={alignOffset}
          sideOffset={sideOffset}
          className={className}
          giveBack={giveBack}
        >
          {children}
        </PopoverPopup>
      ) : null}
    </>
  )
}
