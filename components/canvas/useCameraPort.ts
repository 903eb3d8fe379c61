'use client'
import { useEffect } from 'react'
import type { ElementId, LinkId } from '../../lib/base/ids'
import { unite } from '../../lib/geometry/rect'
import { boundsOfElement } from '../../lib/geometry/elementShape'
import type { CameraPort } from '../hooks/workspace'
import type { Stage } from './stage'

/** Lets the chrome move the view, and tells others what is seen. */
export function useCameraPort(stage: Stage, focusSurface: () => void): void {
  useEffect(() => {
    const { viewport, workspace, editor } = stage
    const camera: CameraPort = {
      fit: (ids) => {
        const scene = stage.scene.get()
        const rects = ids?.flatMap((id) => {
          const shape = scene.elements.get(id)
          return shape === undefined ? [] : [boundsOfElement(shape)]
        })
        viewport.fit(rects === undefined ? scene.bounds : unite(rects))
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
  }, [stage, focusSurface])
}
