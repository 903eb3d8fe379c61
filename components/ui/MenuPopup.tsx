'use client'
import { DropdownMenu } from 'radix-ui'
import { menuClass } from './menuClass'
import type { MenuEntry } from './menuEntry'
import { MenuRows } from './MenuRows'
import { StandIn } from './StandIn'

export interface MenuPopupProps {
  /** The id of the button that opens it. */
  readonly triggerId: string
  readonly id: string
  readonly entries: readonly MenuEntry[]
  readonly align: 'start' | 'center' | 'end'
  readonly side: 'top' | 'right' | 'bottom' | 'left'
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly onCloseAutoFocus: ((event: Event) => void) | undefined
}

/** The rows of a menu, hanging on its button. */
export function MenuPopup({
  triggerId,
  id,
  entries,
  align,
  side,
  open,
  onOpenChange,
  onCloseAutoFocus,
}: MenuPopupProps) {
  return (
    <DropdownMenu.Root modal={false} open={open} onOpenChange={onOpenChange}>
      <DropdownMenu.Trigger asChild>
        <StandIn of={triggerId} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          id={id}
          aria-labelledby={triggerId}
          className={menuClass}
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          {...(onCloseAutoFocus === undefined ? {} : { onCloseAutoFocus })}
        >
          <MenuRows parts={DropdownMenu} entries={entries} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
