'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef, type PointerEvent } from 'react'
import { inflate, unite, type Point, type Rect } from '../../lib/geometry/rect'
import { useObservable } from '../hooks/useObservable'
import { useWorkspace, useWorkspaceState } from '../hooks/EditorProvider'
import { useTheme } from '../hooks/useTheme'
import { drawMinimap } from './drawMinimap'
import { watchOverview } from './overview'
import { useStage } from './StageContext'

/** An overview may lag a little; the map itself may not. */
const redrawTime = 80

const size = { width: 136, height: 92 }

/**
 * The whole map in small, drawn on a canvas of its own: a press or drag moves the view. There only
 * when the map goes on outside the view, and where the window has room.
 */
export function Minimap() {
  const stage = useStage()
  const overview = useMemo(() => watchOverview(stage), [stage])
  const isNeeded = useObservable(overview)
  const isWanted = useWorkspaceState((state) => state.minimap)
  return isWanted && isNeeded ? <Overview /> : null
}

function Overview() {
  const t = useTranslations('canvas')
  const stage = useStage()
  const workspace = useWorkspace()
  const { dark } = useTheme()
  const surface = useRef<HTMLCanvasElement>(null)
  const area = useRef<Rect>({ x: 0, y: 0, width: 1, height: 1 })

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const draw = (): void => {
      timer = undefined
      const canvas = surface.current
      if (canvas === null) return
      const scene = stage.scene.get()
      const seen = stage.viewport.free()
      area.current = fitArea(unite(scene.bounds === undefined ? [seen] : [scene.bounds, seen]) ?? seen)
      drawMinimap(canvas, size, scene, seen, area.current)
    }
    const soon = (): void => {
      timer ??= setTimeout(draw, redrawTime)
    }
    draw()
    const ends = [stage.scene.subscribe(soon), stage.viewport.camera.subscribe(soon)]
    return () => {
      clearTimeout(timer)
      for (const end of ends) end()
    }
  }, [stage, dark])

  const go = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (event.buttons !== 1) return
    const box = event.currentTarget.getBoundingClientRect()
    const { x, y, width } = area.current
    const scale = width / size.width
    const point: Point = { x: x + (event.clientX - box.left) * scale, y: y + (event.clientY - box.top) * scale }
    const { zoom } = stage.viewport.camera.get()
    const free = stage.viewport.free()
    stage.viewport.panBy((free.x + free.width / 2 - point.x) * zoom, (free.y + free.height / 2 - point.y) * zoom)
    workspace.movedByHand()
  }

  return (
    <div className="weft-minimap" data-canvas-interface>
      <canvas
        ref={surface}
        role="img"
        aria-label={t('minimap')}
        style={size}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          go(event)
        }}
        onPointerMove={go}
      />
    </div>
  )
}

/** The area grown to the proportions of the picture, with a little air. */
function fitArea(rect: Rect): Rect {
  const { x, y, width, height } = inflate(rect, Math.max(rect.width, rect.height) * 0.04)
  const scale = Math.max(width / size.width, height / size.height)
  const grown = { width: size.width * scale, height: size.height * scale }
  return { x: x - (grown.width - width) / 2, y: y - (grown.height - height) / 2, ...grown }
}
