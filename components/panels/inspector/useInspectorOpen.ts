'use client'
import { useEffect, useState } from 'react'
import { useSelection } from '../../hooks/useMap'
import { lastHand, whenCalm } from '../hand'

/** The inspector with the air around it. */
const columnWidth = 336

/**
 * True while the inspector is to be seen: something is selected. Where it would come up under the
 * pointer, it waits until the hand is done there: a second click, or a drag, is meant for the map.
 */
export function useInspectorOpen(): boolean {
  const { elements, links } = useSelection()
  const isNeeded = elements.length + links.length > 0
  const [isOpen, setOpen] = useState(false)
  if (!isNeeded && isOpen) setOpen(false)
  useEffect(() => {
    if (!isNeeded) return undefined
    const { isOnCanvas, x } = lastHand()
    if (!isOnCanvas || x < window.innerWidth - columnWidth) {
      setOpen(true)
      return undefined
    }
    const abort = new AbortController()
    whenCalm(abort.signal, () => setOpen(true))
    return () => abort.abort()
  }, [isNeeded])
  return isNeeded && isOpen
}
