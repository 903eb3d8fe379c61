'use client'
import { useLayoutEffect, type RefObject } from 'react'
import type { Insets } from '../../lib/gesture/camera'
import { boundsOfElement } from '../../lib/geometry/elementShape'
import { unite, type Rect } from '../../lib/geometry/rect'
import type { Stage } from './stage'

/** Tells the viewport how large the surface is and what of it panels cover; what is selected stays in view. */
export function useSurfaceSize(surface: RefObject<HTMLElement | null>, stage: Stage, insets: Insets): void {
  useLayoutEffect(() => {
    const box = surface.current
    if (box === null) return undefined
    const measure = (): void =>
      stage.viewport.resized({ width: box.clientWidth, height: box.clientHeight }, insets, boundsOfSelection(stage))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    return () => observer.disconnect()
  }, [surface, stage, insets])
}

function boundsOfSelection({ editor, stored }: Stage): Rect | undefined {
  const { elements, links } = editor.selection.get()
  const scene = stored.get()
  return unite([
    ...elements.flatMap((id) => scene.elements.get(id) ?? []).map(boundsOfElement),
    ...links.flatMap((id) => scene.links.get(id)?.bounds ?? []),
  ])
}
