'use client'
import { Command } from 'cmdk'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import type { ElementId } from '../../lib/base/ids'
import { isLinkable } from '../../lib/model/element'
import type { MapView } from '../../lib/model/mapView'
import { useView } from '../hooks/useMap'
import { KindIcon } from '../panels/KindIcon'
import { foldText, searchMap } from '../panels/searchMap'
import { classes } from '../ui/classes'
import { inputClass } from '../ui/TextInput'

const mostShown = 60

/** One linkable element by name: type to narrow, arrows and Enter to choose. Esc gives up. */
export function ElementPicker({
  label,
  without,
  onPick,
  onCancel,
}: {
  readonly label: string
  /** Not offered. */
  readonly without?: ElementId | undefined
  readonly onPick: (id: ElementId) => void
  readonly onCancel: () => void
}) {
  const t = useTranslations('panels.outline')
  const view = useView()
  const [query, setQuery] = useState('')
  const found = useMemo(() => findLinkable(view, query, without), [view, query, without])
  return (
    <Command
      label={label}
      shouldFilter={false}
      loop
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onCancel()
      }}
      className="rounded-card border border-hairline bg-panel p-1"
    >
      <Command.Input
        autoFocus
        value={query}
        onValueChange={setQuery}
        placeholder={label}
        className={classes(inputClass, 'h-9 pointer-coarse:h-11')}
      />
      <Command.List className="max-h-52 overflow-y-auto pt-1">
        <Command.Empty className="px-2 py-3 text-second text-muted">{t('nothingFound')}</Command.Empty>
        {found.map((element) => (
          <Command.Item
            key={element.id}
            value={element.id}
            onSelect={() => onPick(element.id)}
            className="flex min-h-8 cursor-default items-center gap-2 rounded-button px-2 text-body data-[selected=true]:bg-hover pointer-coarse:min-h-11"
          >
            <span className="shrink-0 text-muted">
              <KindIcon kind={element.kind} size={16} />
            </span>
            <span className="min-w-0 flex-1 truncate" dir="auto">
              {element.label}
            </span>
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  )
}

function findLinkable(view: MapView, query: string, without: ElementId | undefined) {
  const all =
    foldText(query) === ''
      ? [...view.elements.values()].sort((a, b) => a.label.localeCompare(b.label))
      : searchMap(view, query).map(({ element }) => element)
  return all
    .filter((element) => element.id !== without && isLinkable(element) && element.label !== '')
    .slice(0, mostShown)
}
