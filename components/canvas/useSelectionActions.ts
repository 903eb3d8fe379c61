'use client'
import { useMemo } from 'react'
import { alignElements } from '../../lib/commands/alignElements'
import { bendLink } from '../../lib/commands/bendLink'
import { deleteRecords } from '../../lib/commands/deleteRecords'
import { distributeElements } from '../../lib/commands/distributeElements'
import { duplicateElements } from '../../lib/commands/duplicateElements'
import { mergeElements, toMerge } from '../../lib/commands/mergeElements'
import { reorderElements, type ReorderTarget } from '../../lib/commands/reorderElements'
import { reverseLinks } from '../../lib/commands/reverseLinks'
import { setDelay } from '../../lib/commands/setDelay'
import { setElementFields } from '../../lib/commands/setElementFields'
import { setLocked } from '../../lib/commands/setLocked'
import { setPolarity } from '../../lib/commands/setPolarity'
import type { AlignEdge } from '../../lib/gesture/keyIntent'
import type { Direction } from '../../lib/geometry/neighbours'
import type { ArrangeStyle } from '../../lib/layout/arrangeStyle'
import type { Polarity } from '../../lib/model/causalLink'
import { useArrange } from '../hooks/useArrange'
import { anchorOf } from './commentHere'
import { draftContribution, startRename } from './naming'
import { frameSelection, nudge, withMembers } from './runIntent'
import { useStage } from './StageContext'

/** What the bar and the menu do to the selection: the same acts in both. */
export function useSelectionActions() {
  const stage = useStage()
  const arrange = useArrange()
  return useMemo(() => {
    const { run, editor, workspace } = stage
    const marked = () => editor.selection.get()
    return {
      rename: () => {
        const [id] = marked().elements
        if (id !== undefined) startRename(stage, id)
      },
      linkTo: () => stage.openLinkPicker(marked().elements[0]),
      contribute: () => {
        const [id] = marked().elements
        if (id !== undefined) draftContribution(stage, id)
      },
      linkByTap: () => {
        const [id] = marked().elements
        if (id !== undefined) workspace.startLinking(id)
      },
      setSign: (polarity: Polarity) => run(setPolarity, { links: marked().links, polarity }),
      setDelayed: (delay: boolean) => run(setDelay, { links: marked().links, delay }),
      reverse: () => run(reverseLinks, { links: marked().links }),
      straighten: () => {
        const [id] = marked().links
        if (id !== undefined) run(bendLink, { id, curvature: undefined })
      },
      choose: (chosen: boolean) =>
        run(setElementFields, { ids: marked().elements, fields: { chosen: chosen ? true : null } }),
      lock: (locked: boolean) => run(setLocked, { ids: marked().elements, locked }),
      align: (edge: AlignEdge) => run(alignElements, { ids: marked().elements, edge }),
      distribute: (axis: 'horizontal' | 'vertical') => run(distributeElements, { ids: marked().elements, axis }),
      arrange: (style: ArrangeStyle) => arrange(style, marked().elements),
      frame: () => frameSelection(stage, marked().elements),
      merge: () => run(mergeElements, toMerge(editor.view.get(), marked().elements)),
      duplicate: () =>
        run(duplicateElements, { elements: withMembers(stage, marked().elements), offset: { x: 24, y: 24 } }),
      remove: () => run(deleteRecords, marked()),
      comment: () => {
        const anchor = anchorOf(stage, marked())
        if (anchor !== undefined) workspace.openComments({ kind: 'about', anchor })
      },
      reorder: (to: ReorderTarget) => run(reorderElements, { ids: marked().elements, to }),
      move: (direction: Direction) => nudge(stage, direction, 40),
    }
  }, [stage, arrange])
}

export type SelectionActions = ReturnType<typeof useSelectionActions>
