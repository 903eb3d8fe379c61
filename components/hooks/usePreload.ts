'use client'
import { useEffect, useState } from 'react'
import { whenIdle } from '../ui/whenIdle'
import { useSync } from './useMap'

/** From the map's being there until it is drawn, at the least; milliseconds. */
const drawing = 250

/** Does each once the map is on the screen, in an idle moment of its own: none keeps the hand waiting. */
function useWhenDrawn(acts: readonly (() => void)[]): void {
  const isThere = useSync().kind !== 'loading'
  useEffect(() => {
    if (!isThere) return undefined
    let ends: readonly (() => void)[] = []
    const timer = setTimeout(() => {
      ends = acts.map(whenIdle)
    }, drawing)
    return () => {
      clearTimeout(timer)
      for (const end of ends) end()
    }
  }, [isThere, acts])
}

/**
 * Loads parts that come late, once the map is on the screen and the page has nothing better to do: before
 * they are asked for, and before the network may go. Give it the same list every time.
 */
export function usePreload(parts: readonly { readonly preload: () => void }[]): void {
  const [acts] = useState(() => parts.map(({ preload }) => preload))
  useWhenDrawn(acts)
}

/** True once the map is on the screen: for what is drawn always, but need not be there at first. */
export function useIsDrawn(): boolean {
  const [isDrawn, setDrawn] = useState(false)
  const [acts] = useState(() => [() => setDrawn(true)])
  useWhenDrawn(acts)
  return isDrawn
}
