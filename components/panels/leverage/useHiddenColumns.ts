'use client'
import { useCallback, useState } from 'react'

/** Whether a box that scrolls sideways has more beyond its end. Give the box the ref. */
export function useHiddenColumns(): readonly [(box: HTMLElement | null) => (() => void) | undefined, boolean] {
  const [hidden, setHidden] = useState(false)
  const ref = useCallback((box: HTMLElement | null) => {
    if (box === null) return undefined
    // Where one reads from the right, the way scrolled is negative.
    const measure = (): void => setHidden(box.scrollWidth - box.clientWidth - Math.abs(box.scrollLeft) > 2)
    measure()
    box.addEventListener('scroll', measure, { passive: true })
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    if (box.firstElementChild !== null) observer.observe(box.firstElementChild)
    return () => {
      box.removeEventListener('scroll', measure)
      observer.disconnect()
    }
  }, [])
  return [ref, hidden]
}
