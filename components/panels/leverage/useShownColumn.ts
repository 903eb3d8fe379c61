'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { useEditor, useWorkspace, useWorkspaceState } from '../../hooks/EditorProvider'
import { loopsOf } from '../../hooks/useLoops'
import { measuresOf } from '../../hooks/useMeasures'
import type { Overlay } from '../../hooks/workspace'
import { canShow, drawColumn, hasNumbers, type Column, type LeverageSource, type ShownWay } from './leverageTable'
import { showOnMap } from './showOnMap'
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
    const source = (): LeverageSource => ({
      measures: measures.state.get().answer?.measures,
      set: loops.state.get().answer?.set,
      elements: editor.view.get().elements,
    })
    const draw = (): Overlay => ({
      name: t('shown.name', {
        column: latest.current.name(column),
        way: way === 'number' && !hasNumbers(column) ? 'word' : way,
      }),
      elements: drawColumn(source(), column, way, (cell) => latest.current.cell(cell, column)),
    })
    showOnMap(workspace, column === 'place' ? [{ state: editor.view }] : [measures, loops], draw)
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
