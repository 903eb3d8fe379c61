'use client'
import { Command } from 'cmdk'
import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import type { ElementId } from '../../../lib/base/ids'
import { useView } from '../../hooks/useMap'
import { classes } from '../../ui/classes'
import { Popover } from '../../ui/Popover'
import { inputClass } from '../../ui/TextInput'
import { foldText } from '../searchMap'

/** One variable of the map by name, from a button that tells the one chosen. */
export function VariablePicker({
  label,
  value,
  placeholder,
  without,
  onPick,
}: {
  readonly label: string
  readonly value?: ElementId | undefined
  readonly placeholder: string
  /** Variables that are chosen already. */
  readonly without?: ReadonlySet<ElementId>
  readonly onPick: (id: ElementId) => void
}) {
  const t = useTranslations('whatif.picker')
  const [open, setOpen] = useState(false)
  const [query, setQuery] = useState('')
  const elements = useView((view) => view.elements)
  const variables = useMemo(
    () =>
      [...elements.values()]
        .filter((element) => element.kind === 'variable' && element.label !== '')
        .sort((a, b) => a.label.localeCompare(b.label)),
    [elements],
  )
  const found = variables
    .filter(({ id, label: name }) => without?.has(id) !== true && foldText(name).includes(foldText(query)))
    .slice(0, 100)
  const chosen = value === undefined ? undefined : elements.get(value)?.label
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
          type="button"
          aria-label={chosen === undefined ? label : t('chosen', { label, name: chosen })}
          aria-haspopup="dialog"
          className={classes(inputClass, 'flex h-9 items-center gap-2 text-start pointer-coarse:h-11')}
        >
          <span dir="auto" className={classes('min-w-0 flex-1 truncate', chosen === undefined && 'text-muted')}>
            {chosen ?? placeholder}
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
          placeholder={t('find')}
          className={classes(inputClass, 'h-9 pointer-coarse:h-11')}
        />
        <Command.List className="max-h-64 overflow-y-auto pt-1">
          <Command.Empty className="px-2 py-3 text-second text-muted">{t('none')}</Command.Empty>
          {found.map((element) => (
            <Command.Item
              key={element.id}
              value={element.id}
              onSelect={() => {
                onPick(element.id)
                setOpen(false)
              }}
              className="flex min-h-8 cursor-default items-center rounded-button px-2 text-body data-[selected=true]:bg-hover pointer-coarse:min-h-11"
            >
              <span className="min-w-0 flex-1 truncate" dir="auto">
                {element.label}
              </span>
            </Command.Item>
          ))}
        </Command.List>
      </Command>
    </Popover>
  )
}
