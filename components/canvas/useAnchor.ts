'use client'
import { useMemo, type RefObject } from 'react'
import type { Rect } from '../../lib/geometry/rect'
import { useStage } from './StageContext'
import { useSurface } from './SurfaceContext'

/** Something that floating panels can hang on, at a rectangle of the map, wherever the view moves. */
export function useAnchor(rect: Rect | undefined): RefObject<{ getBoundingClientRect(): DOMRect }> {
  const stage = useStage()
  const surface = useSurface()
  return useMemo(
    () => ({
      current: {
        getBoundingClientRect: () => {
          const edge = surface.current?.getBoundingClientRect()
          const { x, y, width, height } = rect ?? { x: 0, y: 0, width: 0, height: 0 }
          const corner = stage.viewport.toScreen({ x, y })
          const zoom = stage.viewport.zoom.get()
          return new DOMRect(corner.x + (edge?.left ?? 0), corner.y + (edge?.top ?? 0), width * zoom, height * zoom)
        },
      },
    }),
    [stage, surface, rect],
  )
}
