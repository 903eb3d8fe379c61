'use client'
import { useState } from 'react'
import { useWorkspaceState } from '../hooks/EditorProvider'
import { useSelection } from '../hooks/useMap'
import { useHeldKeys } from '../hooks/useHeldKeys'
import { useObservable } from '../hooks/useObservable'
import { usePreload } from '../hooks/usePreload'
import { latePart } from '../ui/latePart'
import { useStage } from './StageContext'

const CanvasFloats = latePart(async () => (await import('./CanvasFloats')).CanvasFloats)
const early = [CanvasFloats]

/** The floats of the canvas: they come with the first of them that is needed, or soon after the map. */
export function FloatsWhenNeeded({ onDone }: { readonly onDone: () => void }) {
  const stage = useStage()
  usePreload(early)
  const { elements, links } = useSelection()
  const isAsked = useWorkspaceState((state) => state.signFor !== undefined)
  const isPicking = useObservable(stage.linkPicker) !== undefined
  const hasMenu = useObservable(stage.menu) !== undefined
  useHeldKeys(
    isPicking
      ? { into: '.weft-picker-input', giveUp: () => stage.openLinkPicker(undefined) }
      : hasMenu
        ? { into: '[role="menu"]', giveUp: () => stage.openMenu(undefined) }
        : undefined,
  )
  // What has come stays: a menu that closes still has the focus to give back.
  const [isHere, setHere] = useState(false)
  const isNeeded = elements.length + links.length > 0 || isAsked || isPicking || hasMenu
  if (isNeeded && !isHere) setHere(true)
  const isCovered = useWorkspaceState((state) => state.view !== 'map')
  return (isNeeded || isHere) && !isCovered ? <CanvasFloats onDone={onDone} /> : null
}
