'use client'
import { useEffect, type RefObject } from 'react'
import type { ElementId, LinkId } from '../../lib/base/ids'
import { inflate, rectAround, unite, type Rect } from '../../lib/geometry/rect'
import type { Scene } from '../../lib/geometry/scene'
import { boundsOfElement } from '../../lib/geometry/elementShape'
import type { CameraPort } from '../hooks/workspace'
import { watchOverview } from './overview'
import { draftContribution } from './naming'
import { frameSelection } from './runIntent'
import type { Stage } from './stage'

const middleOfLink = { width: 48, height: 48 }
/** Canvas units that chips with figures stick out from the corners of elements. */
const figuresBeside = 24

/** Where toasts stand, as ToastPlace has it: at the foot of a wide screen, at the head of a phone. */
const phoneScreen = '(max-width: 767.98px), (max-height: 479.98px)'
const toastBelow = { top: 0, right: 0, bottom: 148, left: 0 } as const
const toastAbove = { top: 132, right: 0, bottom: 0, left: 0 } as const

/** Lets the chrome move the view, and tells others what is seen. */
export function useCameraPort(surface: RefObject<HTMLElement | null>, stage: Stage, focusSurface: () => void): void {
  useEffect(() => {
    const { viewport, workspace, editor } = stage
    /** What is drawn; of a map that another view covers, what there would be. */
    const seen = (): Scene => (workspace.get().view === 'map' ? stage.scene : stage.stored).get()
    const rectOf = (id: ElementId | LinkId): Rect | undefined => {
      const { elements, links } = seen()
      const shape = elements.get(id as ElementId)
      const mid = links.get(id as LinkId)?.mid
      // Of a link, which may reach across the whole map, its middle is enough.
      return shape === undefined ? mid && rectAround(mid, middleOfLink) : boundsOfElement(shape)
    }
    const camera: CameraPort = {
      fit: (ids, room) => {
        // Where everything will stand: what is on its way there is drawn elsewhere.
        const scene = stage.stored.get()
        const drawn = stage.scene.get()
        const rects = ids?.flatMap((id) => {
          const shape = scene.elements.get(id) ?? drawn.elements.get(id)
          return shape === undefined ? [] : [boundsOfElement(shape)]
        })
        const spare = room === undefined ? {} : { spare: matchMedia(phoneScreen).matches ? toastAbove : toastBelow }
        viewport.fit(rects === undefined ? (scene.bounds ?? drawn.bounds) : unite(rects), spare)
      },
      zoomIn: () => viewport.zoomBy('in'),
      zoomOut: () => viewport.zoomBy('out'),
      zoomTo: (scale) => viewport.zoomTo(scale),
      centreOn: (point, zoom) => viewport.centreOn(point, zoom),
      show: (rect) => viewport.fit(rect, { most: 4 }),
      visible: () => viewport.free(),
      zoom: viewport.zoom,
      reveal: (ids) => {
        const { elements, links } = seen()
        const rect = unite(
          ids.flatMap((id) => {
            const shape = elements.get(id as ElementId)
            return shape === undefined ? (links.get(id as LinkId)?.bounds ?? []) : boundsOfElement(shape)
          }),
        )
        if (rect !== undefined) viewport.reveal(rect)
      },
      revealWhole: (ids) => {
        const { elements } = seen()
        const rect = unite(
          ids.flatMap((id) => {
            const shape = elements.get(id)
            return shape === undefined ? [] : [boundsOfElement(shape)]
          }),
        )
        if (rect !== undefined) viewport.revealWhole(inflate(rect, figuresBeside))
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
      badges: () => seen().badges,
      hasOverview: watchOverview(stage),
      frame: (ids) => frameSelection(stage, ids),
      contribute: (id) => draftContribution(stage, id),
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
