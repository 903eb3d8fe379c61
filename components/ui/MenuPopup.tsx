'use client'
import { DropdownMenu } from 'radix-ui'
import { useEffect, useRef } from 'react'
import { menuClass } from './menuClass'
import type { MenuEntry } from './menuEntry'
import { MenuRows } from './MenuRows'
import { onEscape } from './onEscape'
import { StandIn } from './StandIn'

/** Where a menu hangs, and whether it is open. */
export interface MenuPlace {
  /** The id of the button that opens it. */
  readonly triggerId: string
  readonly id: string
  readonly align: 'start' | 'center' | 'end'
  readonly side: 'top' | 'right' | 'bottom' | 'left'
  readonly open: boolean
  /** Opened by a key: its first row has the focus then, so that the next key is understood. */
  readonly byKey: boolean
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
  byKey,
  onOpenChange,
  onCloseAutoFocus,
}: MenuPlace & { readonly entries: readonly MenuEntry[] }) {
  // Radix knows keys only that were pressed while it was there; the first may have been what brought it.
  const isEntered = useRef(false)
  useEffect(() => {
    if (!open) isEntered.current = false
  }, [open])
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
          onKeyDown={onEscape(() => onOpenChange(false))}
          onFocus={({ target, currentTarget }) => {
            if (!byKey || isEntered.current || target !== currentTarget) return
            isEntered.current = true
            currentTarget.querySelector<HTMLElement>('[data-radix-collection-item]:not([data-disabled])')?.focus()
          }}
          {...(onCloseAutoFocus === undefined ? {} : { onCloseAutoFocus })}
        >
          <MenuRows parts={DropdownMenu} entries={entries} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
