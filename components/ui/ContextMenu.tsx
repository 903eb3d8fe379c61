'use client'
import { ContextMenu as RadixContextMenu } from 'radix-ui'
import { useState, type ReactNode } from 'react'
import { menuClass } from './menuClass'
import type { MenuEntry } from './menuEntry'
import { MenuRows } from './MenuRows'

export interface ContextMenuProps {
  /** Asked each time the menu opens, so that it fits what is under the pointer. */
  readonly entries: () => readonly MenuEntry[]
  readonly disabled?: boolean
  readonly onOpenChange?: (open: boolean) => void
  readonly onCloseAutoFocus?: (event: Event) => void
  /** One element that takes a ref and attributes: where right click, Shift+F10 and a long press open the menu. */
  readonly children: ReactNode
}

/** The menu of what is under the pointer. */
export function ContextMenu({ entries, disabled = false, onOpenChange, onCloseAutoFocus, children }: ContextMenuProps) {
  const [shown, setShown] = useState<readonly MenuEntry[]>([])
  return (
    <RadixContextMenu.Root
      modal={false}
      onOpenChange={(open) => {
        if (open) setShown(entries())
        onOpenChange?.(open)
      }}
    >
      <RadixContextMenu.Trigger asChild disabled={disabled}>
        {children}
      </RadixContextMenu.Trigger>
      <RadixContextMenu.Portal>
        <RadixContextMenu.Content
          className={menuClass}
          collisionPadding={8}
          {...(onCloseAutoFocus === undefined ? {} : { onCloseAutoFocus })}
        >
          <MenuRows parts={RadixContextMenu} entries={shown} />
        </RadixContextMenu.Content>
      </RadixContextMenu.Portal>
    </RadixContextMenu.Root>
  )
}
