'use client'
import { useMemo, useState } from 'react'
import { useWorkspaceState } from '../hooks/EditorProvider'
import { useObservable } from '../hooks/useObservable'
import type { CanvasNode } from './canvasNode'
import { createNodeList } from './nodeList'
import { useStage } from './StageContext'
import { useSpeech } from './useSpeech'

/** The scene as React Flow wants it. */
export function useCanvasNodes(): CanvasNode[] {
  const stage = useStage()
  const speech = useSpeech()
  const [listNodes] = useState(createNodeList)
  const scene = useObservable(stage.scene)
  const focused = useObservable(stage.focus, (focus) => (focus.kind === 'element' ? focus.id : undefined))
  const named = useObservable(stage.draft, (draft) => draft?.id)
  const matches = useWorkspaceState((state) => state.spotlight?.elements)
  return useMemo(
    () => listNodes({ scene, focused, named, matches, speech }),
    [listNodes, scene, focused, named, matches, speech],
  )
}
