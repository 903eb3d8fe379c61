import type { ReactNode } from 'react'

interface EntryBase {
  /** Unique within its menu. */
  readonly id: string
  readonly label: string
  /** A lucide icon of 16 px. */
  readonly icon?: ReactNode
  readonly disabled?: boolean
  /** Why it does nothing now: said in the row, which can still be read. */
  readonly refused?: string | undefined
}

/** One row of a menu. The same list serves a Menu and a ContextMenu. */
export type MenuEntry =
  | (EntryBase & {
      readonly kind: 'action'
      readonly shortcut?: readonly string[]
      readonly danger?: boolean
      readonly onSelect: () => void
    })
  | (EntryBase & {
      readonly kind: 'check'
      readonly shortcut?: readonly string[]
      readonly checked: boolean
      readonly onChange: (checked: boolean) => void
    })
  | {
      readonly kind: 'choice'
      readonly id: string
      readonly label: string
      /** Where what leads to the menu says it already. */
      readonly hideLabel?: boolean
      readonly value: string
      readonly options: readonly { readonly value: string; readonly label: string }[]
      readonly onChange: (value: string) => void
    }
  | (EntryBase & { readonly kind: 'submenu'; readonly entries: readonly MenuEntry[] })
  | { readonly kind: 'separator'; readonly id: string }
