import { useEffect, useState, type RefObject } from 'react'
import { useSize } from './useSize'
import type { Size } from '../../lib/geometry/rect'

/** How far an element is scrolled and how large it is, in pixels, as both change; at most once a frame. */
export function useScroll(element: RefObject<HTMLElement | null>): {
  readonly left: number
  readonly top: number
  readonly size: Size | undefined
} {
  const size = useSize(element)
  const [at, setAt] = useState({ left: 0, top: 0 })
  useEffect(() => {
    const scrolled = element.current
    if (scrolled === null) return
    let frame = 0
    const look = (): void => {
      frame = 0
      setAt({ left: scrolled.scrollLeft, top: scrolled.scrollTop })
    }
    const wait = (): void => {
      if (frame === 0) frame = requestAnimationFrame(look)
    }
    scrolled.addEventListener('scroll', wait, { passive: true })
    return () => {
      scrolled.removeEventListener('scroll', wait)
      cancelAnimationFrame(frame)
    }
  }, [element])
  return { ...at, size }
}
