'use client'
import { useLayoutEffect, type RefObject } from 'react'
import type { Insets } from '../../lib/gesture/camera'
import type { Viewport } from './viewport'

/** Tells the viewport how large the surface is and what of it panels cover. */
export function useSurfaceSize(surface: RefObject<HTMLElement | null>, viewport: Viewport, insets: Insets): void {
  useLayoutEffect(() => {
    const box = surface.current
    if (box === null) return undefined
    const measure = (): void => viewport.resized({ width: box.clientWidth, height: box.clientHeight }, insets)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    return () => observer.disconnect()
  }, [surface, viewport, insets])
}
