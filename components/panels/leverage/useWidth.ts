'use client'
import { useCallback, useState } from 'react'

/** How wide a box is drawn, in pixels; 0 until it is. Give the box the ref. */
export function useWidth(): readonly [(box: HTMLElement | null) => (() => void) | undefined, number] {
  const [width, setWidth] = useState(0)
  const ref = useCallback((box: HTMLElement | null) => {
    if (box === null) return undefined
    const measure = (): void => setWidth(box.clientWidth)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    return () => observer.disconnect()
  }, [])
  return [ref, width]
}
