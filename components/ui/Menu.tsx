'use client'
import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import { menuClass } from './menuClass'
import type { MenuEntry } from './menuEntry'
import { MenuRows } from './MenuRows'

export interface MenuProps {
  /** One button that takes a ref and attributes, such as IconButton. */
  readonly trigger: ReactNode
  readonly entries: readonly MenuEntry[]
  readonly align?: 'start' | 'center' | 'end'
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  /** Called when the menu closes, before the focus returns to the trigger; prevent it to send the focus elsewhere. */
  readonly onCloseAutoFocus?: (event: Event) => void
}

/** A menu that a button opens. */
export function Menu({ trigger, entries, align = 'start', side = 'bottom', onCloseAutoFocus, ...state }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false} {...state}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
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
