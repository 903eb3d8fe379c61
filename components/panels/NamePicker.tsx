'use client'
import { Command } from 'cmdk'
import { ChevronDown } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { ElementId } from '../../lib/base/ids'
import { classes } from '../ui/classes'
import { Popover } from '../ui/Popover'
import { inputClass } from '../ui/TextInput'
import { foldText } from './searchMap'

/** More are found by typing. */
const mostRows = 100

/** One thing that can be picked by its name. */
export interface NamedChoice {
  readonly id: ElementId
  readonly label: string
  readonly icon?: ReactNode
}

/** One element out of many by its name, from a button that tells the one chosen. */
export function NamePicker({
  id,
  label,
  buttonName,
  shown,
  isEmpty = false,
  choices,
  words,
  onPick,
}: {
  /** Of the button, for a label elsewhere. */
  readonly id?: string
  readonly label: string
  /** What a screen reader calls the button, where no label elsewhere does. */
  readonly buttonName?: string
  /** On the button: the chosen one's name, or what to choose. */
  readonly shown: string
  /** Nothing is chosen yet. */
  readonly isEmpty?: boolean
  /** Called while the list is open. */
  readonly choices: () => readonly NamedChoice[]
  readonly words: { readonly find: string; readonly none: string }
  readonly onPick: (id: ElementId) => void
}) {
  const [open, setOpen] = useState(false)
  const [query, setQuery] = useState('')
  const sought = foldText(query)
  const found = open
    ? choices()
        .filter((choice) => foldText(choice.label).includes(sought))
        .slice(0, mostRows)
    : []
  return (
    <Popover
      label={label}
      open={open}
      onOpenChange={(next) => {
        setOpen(next)
        setQuery('')
      }}
      align="start"
      className="w-72 p-1!"
      trigger={
        <button
          id={id}
          type="button"
          aria-label={buttonName}
          aria-haspopup="dialog"
          className={classes(inputClass, 'flex h-9 shrink-0 items-center gap-2 text-start pointer-coarse:h-11')}
        >
          <span dir="auto" className={classes('min-w-0 flex-1 truncate', isEmpty && 'text-muted')}>
            {shown}
          </span>
          <ChevronDown size={16} aria-hidden className="shrink-0 text-muted" />
        </button>
      }
    >
      <Command label={label} shouldFilter={false} loop>
        <Command.Input
          autoFocus
          value={query}
          onValueChange={setQuery}
          placeholder={words.find}
          className={classes(inputClass, 'h-9 pointer-coarse:h-11')}
        />
        <Command.List className="max-h-64 overflow-y-auto pt-1">
          <Command.Empty className="px-2 py-3 text-second text-muted">{words.none}</Command.Empty>
          {found.map((choice) => (
            <Command.Item
              key={choice.id}
              value={choice.id}
              onSelect={() => {
                onPick(choice.id)
                setOpen(false)
              }}
              className="flex min-h-8 cursor-default items-center gap-2 rounded-button px-2 text-body data-[selected=true]:bg-hover pointer-coarse:min-h-11"
            >
              {choice.icon}
              <span className="min-w-0 flex-1 truncate" dir="auto">
                {choice.label}
              </span>
            </Command.Item>
          ))}
        </Command.List>
      </Command>
    </Popover>
  )
}
