'use client'
import { useEffect } from 'react'
import { useWorkspace } from '../hooks/EditorProvider'
import { lastHand } from './hand'
import { useOnlySelected } from './inspector/useSelected'

/**
 * Brings into view what was selected by a key or in a panel, one thing only. What was pressed on the
 * map is seen already; nor does the view leave the name that is being typed. Draws nothing.
 */
export function ViewKeeper(): null {
  const workspace = useWorkspace()
  const only = useOnlySelected()
  useEffect(() => {
    const { camera, naming } = workspace.get()
    if (only === undefined || naming !== undefined || lastHand().isOnCanvas) return
    camera?.reveal?.([only])
  }, [only, workspace])
  return null
}
