'use client'
import { Check, ChevronRight } from 'lucide-react'
import { ContextMenu as RadixContext, DropdownMenu as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { classes } from './classes'

/** One line of a menu. */
export type MenuEntry =
  | {
      readonly kind: 'action'
      readonly label: string
      readonly onSelect: () => void
      readonly icon?: ReactNode
      readonly keys?: string | undefined
      readonly disabled?: boolean
      readonly dangerous?: boolean
    }
  | { readonly kind: 'toggle'; readonly label: string; readonly checked: boolean; readonly onSelect: () => void }
  | {
      readonly kind: 'submenu'
      readonly label: string
      readonly icon?: ReactNode
      readonly entries: readonly MenuEntry[]
    }
  | { readonly kind: 'heading'; readonly label: string }
  | { readonly kind: 'rule' }

const surface =
  'z-50 min-w-52 max-w-80 max-h-(--radix-popper-available-height) overflow-y-auto rounded-card border border-hairline bg-panel p-1 text-ink shadow-float'
const row =
  'flex min-h-8 cursor-default items-center gap-2.5 rounded-button px-2.5 py-1.5 text-body outline-none select-none data-[highlighted]:bg-hover data-[disabled]:opacity-45 pointer-coarse:min-h-11'

type Parts = typeof Radix | typeof RadixContext

function MenuRows({ parts, entries }: { readonly parts: Parts; readonly entries: readonly MenuEntry[] }) {
  return entries.map((entry, index) => {
    const key = entry.kind === 'rule' ? `rule-${index}` : `${entry.kind}-${entry.label}`
    switch (entry.kind) {
      case 'rule':
        return <parts.Separator key={key} className="my-1 h-px bg-hairline" />
      case 'heading':
        return (
          <parts.Label key={key} className="px-2.5 pt-1.5 pb-1 text-meta font-medium text-muted">
            {entry.label}
          </parts.Label>
        )
      case 'toggle':
        return (
          <parts.CheckboxItem key={key} className={row} checked={entry.checked} onSelect={entry.onSelect}>
            <span className="flex size-4 items-center justify-center">
              <parts.ItemIndicator>
                <Check size={16} aria-hidden />
              </parts.ItemIndicator>
            </span>
            <span className="flex-1">{entry.label}</span>
          </parts.CheckboxItem>
        )
      case 'submenu':
        return (
          <parts.Sub key={key}>
            <parts.SubTrigger className={row}>
              {entry.icon}
              <span className="flex-1">{entry.label}</span>
              <ChevronRight size={16} className="text-muted rtl:rotate-180" aria-hidden />
            </parts.SubTrigger>
            <parts.Portal>
              <parts.SubContent className={surface} sideOffset={4} collisionPadding={8}>
                <MenuRows parts={parts} entries={entry.entries} />
              </parts.SubContent>
            </parts.Portal>
          </parts.Sub>
        )
      case 'action':
        return (
          <parts.Item
            key={key}
            className={classes(row, entry.dangerous === true && 'text-danger')}
            disabled={entry.disabled ?? false}
            onSelect={entry.onSelect}
          >
            {entry.icon}
            <span className="flex-1">{entry.label}</span>
            {entry.keys !== undefined && <span className="ms-4 text-meta text-muted">{entry.keys}</span>}
          </parts.Item>
        )
    }
  })
}

export interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactNode
  readonly entries: readonly MenuEntry[]
  readonly side?: 'top' | 'bottom'
  readonly align?: 'start' | 'center' | 'end'
}

/** A menu under its button. */
export function Menu({ trigger, entries, side = 'bottom', align = 'start' }: MenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className={surface} side={side} align={align} sideOffset={6} collisionPadding={8}>
          <MenuRows parts={Radix} entries={entries} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** A menu at the pointer, on right click, Shift+F10 or long press over its children. */
export function ContextMenu({
  entries,
  children,
}: {
  readonly entries: readonly MenuEntry[]
  readonly children: ReactNode
}) {
  return (
    <RadixContext.Root modal={false}>
      <RadixContext.Trigger asChild>{children}</RadixContext.Trigger>
      <RadixContext.Portal>
        <RadixContext.Content className={surface} collisionPadding={8}>
          <MenuRows parts={RadixContext} entries={entries} />
        </RadixContext.Content>
      </RadixContext.Portal>
    </RadixContext.Root>
  )
}
