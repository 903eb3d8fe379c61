'use client'
import { useEffect, useMemo } from 'react'
import type { ElementId, LinkId } from '../../../lib/base/ids'
import { setElementFields } from '../../../lib/commands/setElementFields'
import type { MapView } from '../../../lib/model/mapView'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
import { useRun } from '../../hooks/useRun'

/** What can be done with variables from a table or a chart. */
export interface VariableActs {
  /** Lights them on the map with what they are linked with, or rings them on a large one; nobody: the whole map is lit. */
  light(ids: readonly ElementId[]): void
  /** Selects them and brings them into view. */
  choose(ids: readonly ElementId[]): void
  setChosen(id: ElementId, chosen: boolean): void
}

/** Dimming more than this at every row would keep the pointer waiting: they are ringed instead. */
const mostDimmed = 800

/** @param onShow where the panel covers the map: gives way to it */
export function useVariableActs(onShow?: () => void): VariableActs {
  const editor = useEditor()
  const workspace = useWorkspace()
  const run = useRun()
  useEffect(() => () => workspace.update({ spotlight: undefined, pointed: undefined }), [workspace])
  return useMemo(
    () => ({
      light: (ids) => {
        const view = editor.view.get()
        const isLarge = view.elements.size + view.links.size > mostDimmed
        if (ids.length === 0) workspace.update({ spotlight: undefined, pointed: undefined })
        else workspace.update(isLarge ? { pointed: ids } : { spotlight: surroundingsOf(view, ids) })
      },
      choose: (ids) => {
        onShow?.()
        editor.select({ elements: ids, links: [] })
        workspace.get().camera?.reveal?.(ids)
      },
      setChosen: (id, chosen) => run(setElementFields, { ids: [id], fields: { chosen: chosen ? true : null } }),
    }),
    [editor, workspace, run, onShow],
  )
}

/** Variables with their causal links and what these lead to. Cost: linear in the links. */
function surroundingsOf(view: MapView, ids: readonly ElementId[]) {
  const elements = new Set(ids)
  const links = new Set<LinkId>()
  const centre = new Set(ids)
  for (const link of view.links.values()) {
    if (link.kind !== 'causal' || !(centre.has(link.from) || centre.has(link.to))) continue
    links.add(link.id)
    elements.add(link.from).add(link.to)
  }
  return { elements, links }
}
