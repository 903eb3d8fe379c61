'use client'
import { useEffect, useState } from 'react'
import { isMakingRoom, type CameraPort } from '../../hooks/workspace'
import { containsPoint, inflate, rectAround, type Rect } from '../../../lib/geometry/rect'
import { useWorkspace, useWorkspaceState } from '../../hooks/EditorProvider'
import type { Selection } from '../../hooks/editor'
import { useSelection } from '../../hooks/useMap'
import { lastHand, whenCalm, whenReleased, whenRested } from '../hand'
import { inspectorColumn, placeInspector, usualPlace, type InspectorPlace } from './inspectorPlace'

/**
 * Where the inspector stands while something is selected, else undefined. It comes up neither under
 * the pointer nor over what was pressed on the map; where there is no room beside that, it waits until
 * the hand rests. It makes room for what is dropped where it stands.
 */
export function useInspectorPlace(): InspectorPlace | undefined {
  const workspace = useWorkspace()
  const selection = useSelection()
  // Where variables are pushed, a press on the map asks what it moves, not what is written about it.
  const isQuiet = useWorkspaceState((state) => isMakingRoom(state, selection))
  const isNeeded = !isQuiet && selection.elements.length + selection.links.length > 0
  const [place, setPlace] = useState<InspectorPlace>()
  if (!isNeeded && place !== undefined) setPlace(undefined)

  useEffect(() => {
    if (!isNeeded) return undefined
    const abort = new AbortController()
    const { signal } = abort
    const settle = (): void => {
      const boxes = pressedBoxes(selection, workspace.get().camera)
      const found = placeInspector(column(), boxes)
      if (found !== undefined) setPlace(found)
      else {
        const beside = placeInspector(column(), boxes.slice(0, 1)) ?? usualPlace
        // Where it stands already it may stay until then.
        whenRested(signal, () => setPlace(beside))
      }
    }
    // Other views keep clear of the inspector's column.
    const isOnMap = workspace.get().view === 'map'
    if (isOnMap && lastHand().isOnCanvas) whenReleased(signal, settle)
    else setPlace(usualPlace)

    const makeRoom = (): void => {
      if (!isOnMap || !lastHand().isOnCanvas) return
      whenCalm(signal, () => {
        const boxes = pressedBoxes(selection, workspace.get().camera)
        setPlace((before) => before && (placeInspector(column(), boxes, before) ?? before))
      })
    }
    window.addEventListener('pointerup', makeRoom, { signal })
    window.addEventListener('resize', () => setPlace((before) => before && usualPlace), { signal })
    return () => abort.abort()
  }, [isNeeded, selection, workspace])
  return isNeeded ? place : undefined
}

const column = (): Rect => inspectorColumn({ width: window.innerWidth, height: window.innerHeight })

const underPointer = { width: 16, height: 16 }

/** The pointer, and what of the selection is one thing alone or under it, in pixels of the window. */
function pressedBoxes({ elements, links }: Selection, camera: CameraPort | undefined): readonly Rect[] {
  const { x, y } = lastHand()
  const ids = [...elements, ...links]
  const boxes = ids.flatMap((id) => camera?.boxOf?.(id) ?? [])
  const pressed = ids.length === 1 ? boxes : boxes.filter((box) => containsPoint(inflate(box, 4), { x, y }))
  return [rectAround({ x, y }, underPointer), ...pressed]
}
