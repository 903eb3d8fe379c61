'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { listLoopsOf } from '../../../lib/analysis/listedLoops'
import { selectObservable } from '../../../lib/base/observable'
import { useEditor, useWorkspace, useWorkspaceState } from '../../hooks/EditorProvider'
import { loopsOf } from '../../hooks/useLoops'
import { measuresOf } from '../../hooks/useMeasures'
import type { Overlay } from '../../hooks/workspace'
import { canShow, drawColumn, hasNumbers, type Column, type LeverageSource, type ShownWay } from './leverageTable'
import { showOnMap, type OverlaySource } from './showOnMap'
import type { LeverageWords } from './useLeverageWords'

export interface ShownColumn {
  readonly way: ShownWay
  /** Shows the column in hand on the map in a way, until something else is shown. */
  show(way: ShownWay): void
}

/** How the column in hand is shown on the map. Another column in hand is shown in the same way, or as it can be. */
export function useShownColumn(column: Column, words: LeverageWords): ShownColumn {
  const t = useTranslations('leverage')
  const editor = useEditor()
  const workspace = useWorkspace()
  const isShowing = useWorkspaceState((state) => state.overlay !== undefined)
  const [chosen, setChosen] = useState<ShownWay>('none')
  // What it says may be drawn long after the panel has gone.
  const latest = useRef(words)
  useEffect(() => {
    latest.current = words
  }, [words])

  const show = (way: ShownWay): void => {
    setChosen(way)
    if (way === 'none') {
      workspace.update({ overlay: undefined })
      return
    }
    const measures = measuresOf(editor)
    const loops = loopsOf(editor)
    const source = (): LeverageSource => {
      const view = editor.view.get()
      const found = loops.state.get().answer?.set
      return {
        measures: measures.state.get().answer?.measures,
        // The same loops as in the table.
        set: found === undefined ? undefined : listLoopsOf(found, view),
        elements: view.elements,
      }
    }
    const sourcesOf = (of: Column): readonly OverlaySource[] => {
      if (of === 'place') return [{ state: editor.view }]
      return [measures, loops, { state: selectObservable(editor.view, (view) => view.loops) }]
    }
    const draw = (): Overlay => ({
      name: t('shown.name', {
        column: latest.current.name(column),
        way: way === 'number' && !hasNumbers(column) ? 'word' : way,
      }),
      elements: drawColumn(source(), column, way, (cell) => latest.current.cell(cell, column)),
    })
    showOnMap(workspace, sourcesOf(column), draw)
  }

  const shown = isShowing ? chosen : 'none'
  const before = useRef(column)
  useEffect(() => {
    if (before.current === column) return
    before.current = column
    if (shown !== 'none') show(canShow(column, shown) ? shown : canShow(column, 'number') ? 'number' : 'none')
  })
  return { way: shown, show }
}
