'use client'
import { Check, ChevronRight } from 'lucide-react'
import type { ContextMenu, DropdownMenu } from 'radix-ui'
import { Fragment } from 'react'
import { classes } from './classes'
import { Kbd } from './Kbd'
import { menuClass, menuLabelClass, menuLineClass, menuRowClass } from './menuClass'
import type { MenuEntry } from './menuEntry'

/** The parts of Radix that both kinds of menu have, under the same names. */
export type MenuParts = Pick<
  typeof DropdownMenu | typeof ContextMenu,
  | 'Item'
  | 'CheckboxItem'
  | 'ItemIndicator'
  | 'RadioGroup'
  | 'RadioItem'
  | 'Label'
  | 'Separator'
  | 'Sub'
  | 'SubTrigger'
  | 'SubContent'
  | 'Portal'
>

const mark = <Check size={16} aria-hidden />
const markSlot = 'inline-flex w-4 shrink-0 justify-center'

/** In a menu that is longer than the window, as on a phone, it stands whole at the lower edge however far one has scrolled. */
const dangerClass = 'sticky -bottom-1 bg-panel text-danger'

/** The keys that do the same; not where there is nothing to press them on. */
function Keys({ of }: { readonly of: Exclude<MenuEntry, { readonly kind: 'choice' | 'separator' }> }) {
  if (!('shortcut' in of) || of.shortcut === undefined) return null
  return (
    <span className="contents pointer-coarse:hidden">
      <Kbd keys={of.shortcut} />
    </span>
  )
}

/** Draws entries with the parts of one kind of menu. */
export function MenuRows({ parts, entries }: { readonly parts: MenuParts; readonly entries: readonly MenuEntry[] }) {
  const hasSlot = entries.some((entry) => 'icon' in entry || entry.kind === 'check')
  return entries.map((entry) => <MenuRow key={entry.id} parts={parts} entry={entry} hasSlot={hasSlot} />)
}

function MenuRow({ parts: Parts, entry, hasSlot }: { parts: MenuParts; entry: MenuEntry; hasSlot: boolean }) {
  switch (entry.kind) {
    case 'separator':
      return <Parts.Separator className={menuLineClass} />
    case 'action':
      if (entry.refused !== undefined) return refusedRow(Parts, entry, hasSlot)
      return (
        <Parts.Item
          className={classes(menuRowClass, entry.danger && dangerClass)}
          disabled={entry.disabled ?? false}
          onSelect={entry.onSelect}
        >
          {hasSlot ? <span className={markSlot}>{entry.icon}</span> : null}
          <span className="flex-1 pe-4">{entry.label}</span>
          <Keys of={entry} />
        </Parts.Item>
      )
    case 'check':
      if (entry.refused !== undefined) return refusedRow(Parts, entry, hasSlot)
      return (
        <Parts.CheckboxItem
          className={menuRowClass}
          disabled={entry.disabled ?? false}
          checked={entry.checked}
          onCheckedChange={entry.onChange}
        >
          <span className={markSlot}>
            <Parts.ItemIndicator>{mark}</Parts.ItemIndicator>
          </span>
          <span className="flex-1 pe-4">{entry.label}</span>
          <Keys of={entry} />
        </Parts.CheckboxItem>
      )
    case 'choice':
      return (
        <Fragment>
          {entry.hideLabel === true ? null : <Parts.Label className={menuLabelClass}>{entry.label}</Parts.Label>}
          <Parts.RadioGroup value={entry.value} onValueChange={entry.onChange} aria-label={entry.label}>
            {entry.options.map((option) => (
              <Parts.RadioItem key={option.value} value={option.value} className={menuRowClass}>
                <span className={markSlot}>
                  <Parts.ItemIndicator>{mark}</Parts.ItemIndicator>
                </span>
                {option.label}
              </Parts.RadioItem>
            ))}
          </Parts.RadioGroup>
        </Fragment>
      )
    case 'submenu':
      if (entry.refused !== undefined) return refusedRow(Parts, entry, hasSlot)
      return (
        <Parts.Sub>
          <Parts.SubTrigger className={menuRowClass} disabled={entry.disabled ?? false}>
            {hasSlot ? <span className={markSlot}>{entry.icon}</span> : null}
            <span className="flex-1 pe-4">{entry.label}</span>
            <ChevronRight size={16} aria-hidden className="text-muted rtl:-scale-x-100" />
          </Parts.SubTrigger>
          <Parts.Portal>
            <Parts.SubContent className={menuClass} sideOffset={4} collisionPadding={8}>
              <MenuRows parts={Parts} entries={entry.entries} />
            </Parts.SubContent>
          </Parts.Portal>
        </Parts.Sub>
      )
  }
}

/** A row that does nothing now, and says why; it can still be reached and read. */
function refusedRow(
  Parts: MenuParts,
  entry: Exclude<MenuEntry, { readonly kind: 'choice' | 'separator' }>,
  hasSlot: boolean,
) {
  return (
    <Parts.Item
      className={classes(menuRowClass, 'h-auto!', 'danger' in entry && entry.danger && dangerClass)}
      disabled={entry.disabled ?? false}
      aria-disabled
      onSelect={(event) => event.preventDefault()}
    >
      {hasSlot ? <span className={markSlot}>{entry.icon}</span> : null}
      <span className="flex max-w-64 flex-1 flex-col py-1">
        <span className="opacity-45">{entry.label}</span> <span className="text-meta text-ink">{entry.refused}</span>
      </span>
      <Keys of={entry} />
    </Parts.Item>
  )
}
