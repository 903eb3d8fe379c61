'use client'
import { useEffect, type RefObject } from 'react'
import type { ElementId, LinkId } from '../../lib/base/ids'
import { rectAround, unite, type Rect } from '../../lib/geometry/rect'
import { boundsOfElement } from '../../lib/geometry/elementShape'
import type { CameraPort } from '../hooks/workspace'
import { watchOverview } from './overview'
import { frameSelection } from './runIntent'
import type { Stage } from './stage'

const middleOfLink = { width: 48, height: 48 }

/** Lets the chrome move the view, and tells others what is seen. */
export function useCameraPort(surface: RefObject<HTMLElement | null>, stage: Stage, focusSurface: () => void): void {
  useEffect(() => {
    const { viewport, workspace, editor } = stage
    const rectOf = (id: ElementId | LinkId): Rect | undefined => {
      const { elements, links } = stage.scene.get()
      const shape = elements.get(id as ElementId)
      const mid = links.get(id as LinkId)?.mid
      // Of a link, which may reach across the whole map, its middle is enough.
      return shape === undefined ? mid && rectAround(mid, middleOfLink) : boundsOfElement(shape)
    }
    const camera: CameraPort = {
      fit: (ids) => {
        // Where everything will stand: what is on its way there is drawn elsewhere.
        const scene = stage.stored.get()
        const drawn = stage.scene.get()
        const rects = ids?.flatMap((id) => {
          const shape = scene.elements.get(id) ?? drawn.elements.get(id)
          return shape === undefined ? [] : [boundsOfElement(shape)]
        })
        viewport.fit(rects === undefined ? (scene.bounds ?? drawn.bounds) : unite(rects))
      },
      zoomIn: () => viewport.zoomBy('in'),
      zoomOut: () => viewport.zoomBy('out'),
      zoomTo: (scale) => viewport.zoomTo(scale),
      centreOn: (point, zoom) => viewport.centreOn(point, zoom),
      visible: () => viewport.free(),
      zoom: viewport.zoom,
      reveal: (ids) => {
        const { elements, links } = stage.scene.get()
        const rect = unite(
          ids.flatMap((id) => {
            const shape = elements.get(id as ElementId)
            return shape === undefined ? (links.get(id as LinkId)?.bounds ?? []) : boundsOfElement(shape)
          }),
        )
        if (rect !== undefined) viewport.reveal(rect)
      },
      uncover: (id, { x, y, width, height }) => {
        const rect = rectOf(id)
        const edge = surface.current?.getBoundingClientRect()
        if (rect === undefined || edge === undefined) return
        viewport.uncover(rect, { x: x - edge.left, y: y - edge.top, width, height })
      },
      boxOf: (id) => {
        const rect = rectOf(id)
        const edge = surface.current?.getBoundingClientRect()
        if (rect === undefined || edge === undefined) return undefined
        const { x, y } = viewport.toScreen(rect)
        const scale = viewport.zoom.get()
        return { x: x + edge.left, y: y + edge.top, width: rect.width * scale, height: rect.height * scale }
      },
      hasOverview: watchOverview(stage),
      frame: (ids) => frameSelection(stage, ids),
      focus: focusSurface,
    }
    workspace.update({ camera })

    const present = (): void => {
      const { x, y, width, height } = viewport.free()
      editor.present({ viewport: [Math.round(x), Math.round(y), Math.round(width), Math.round(height)] })
    }
    const end = viewport.camera.subscribe(present)
    return () => {
      end()
      if (workspace.get().camera === camera) workspace.update({ camera: undefined })
    }
  }, [surface, stage, focusSurface])
}
