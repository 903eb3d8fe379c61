'use client'
import { Command } from 'cmdk'
import { useTranslations } from 'next-intl'
import { useDeferredValue, useMemo, useState } from 'react'
import { boardView } from '../../lib/model/position'
import type { MapElement } from '../../lib/model/element'
import { useEditor, useWorkspace } from '../hooks/EditorProvider'
import { useView } from '../hooks/useMap'
import { Dialog } from '../ui/Dialog'
import { Kbd } from '../ui/Kbd'
import { KindIcon } from './KindIcon'
import { matchActions, orderGroups } from './matchActions'
import { searchMap } from './searchMap'
import type { PaletteAction } from './paletteAction'
import { useActions } from './useActions'

const mostElements = 20
/** Among so many elements a name is found within the press of a key. */
const mostAtOnce = 300
const groups = ['selection', 'add', 'view', 'map'] as const

const rowLook =
  'flex min-h-9 cursor-default items-center gap-2.5 rounded-button px-2.5 py-1 text-body data-[selected=true]:bg-hover pointer-coarse:min-h-11'

/** Every action and every element by name. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('panels.palette')
  const editor = useEditor()
  const workspace = useWorkspace()
  const view = useView()
  const actions = useActions()
  const [query, setQuery] = useState('')
  // Enter right after the last letter chooses what that letter finds; only large maps answer a moment later.
  const later = useDeferredValue(query)
  const asked = view.elements.size <= mostAtOnce ? query : later
  const elements = useMemo(() => searchMap(view, asked).slice(0, mostElements), [view, asked])
  const matching = matchActions(actions, query)

  const choose = (action: PaletteAction): void => {
    if (action.refused !== undefined) return
    onClose()
    // The dialog gives the focus back first; an action may then take it elsewhere.
    setTimeout(action.act, 0)
  }
  const goTo = (element: MapElement): void => {
    onClose()
    editor.select({ elements: [element.id], links: [] })
    const place = editor.view.get().positions.get(boardView)?.get(element.id)
    if (place !== undefined) workspace.get().camera?.centreOn(place)
  }

  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())} title={t('title')} hideTitle>
      <Command label={t('title')} shouldFilter={false} loop className="flex max-h-[70dvh] min-h-0 flex-col">
        <Command.Input
          autoFocus
          data-palette-field
          value={query}
          onValueChange={setQuery}
          placeholder={t('placeholder')}
          className="h-13 w-full shrink-0 rounded-t-panel border-b border-hairline bg-transparent px-4 text-timer outline-none"
        />
        <Command.List className="min-h-0 flex-1 overflow-y-auto p-1.5">
          <Command.Empty className="px-3 py-6 text-center text-body text-muted">{t('nothing')}</Command.Empty>
          {orderGroups(matching, groups, query).map((group) => {
            const inGroup = matching.filter((action) => action.group === group)
            // What can be done comes before what only says why not.
            const rows = [...inGroup].sort((a, b) => Number(a.refused !== undefined) - Number(b.refused !== undefined))
            return (
              <Command.Group key={group} heading={t(`groups.${group}`)} className={groupLook}>
                {rows.map((action) => (
                  <Command.Item key={action.id} value={action.id} onSelect={() => choose(action)} className={rowLook}>
                    {action.refused === undefined ? (
                      <span className="min-w-0 flex-1 truncate">{action.label}</span>
                    ) : (
                      <span className="flex min-w-0 flex-1 flex-col">
                        <span className="truncate opacity-45">{action.label}</span>{' '}
                        <span className="text-meta text-ink">{action.refused}</span>
                      </span>
                    )}
                    {action.shortcut === undefined ? null : <Kbd keys={action.shortcut} />}
                  </Command.Item>
                ))}
              </Command.Group>
            )
          })}
          {elements.length === 0 ? null : (
            <Command.Group heading={t('groups.elements')} className={groupLook}>
              {elements.map(({ element }) => (
                <Command.Item
                  key={element.id}
                  value={`element-${element.id}`}
                  onSelect={() => goTo(element)}
                  className={rowLook}
                >
                  <span className="text-muted">
                    <KindIcon kind={element.kind} size={16} />
                  </span>
                  <span className="min-w-0 flex-1 truncate" dir="auto">
                    {element.label}
                  </span>
                </Command.Item>
              ))}
            </Command.Group>
          )}
        </Command.List>
      </Command>
    </Dialog>
  )
}

const groupLook =
  '[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-meta [&_[cmdk-group-heading]]:text-muted'
