import { useEffect, useState, type RefObject } from 'react'
import type { Size } from '../../lib/geometry/rect'

/** The size of an element's content box in pixels, as it changes; undefined until it was measured. */
export function useSize(element: RefObject<HTMLElement | null>): Size | undefined {
  const [size, setSize] = useState<Size>()
  useEffect(() => {
    const watched = element.current
    if (watched === null) return
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = watched
      setSize((known) => (known?.width === width && known.height === height ? known : { width, height }))
    })
    observer.observe(watched)
    return () => observer.disconnect()
  }, [element])
  return size
}
