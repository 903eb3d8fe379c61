import type { Rect, Size } from '../../lib/geometry/rect'
import type { Scene } from '../../lib/geometry/scene'

/** Draws the map as blocks and hair-thin links, and what is seen as a frame. About 2 ms for 1,000 elements. */
export function drawMinimap(canvas: HTMLCanvasElement, size: Size, scene: Scene, seen: Rect, area: Rect): void {
  const pen = canvas.getContext('2d')
  if (pen === null) return
  const ratio = window.devicePixelRatio
  if (canvas.width !== size.width * ratio) {
    canvas.width = size.width * ratio
    canvas.height = size.height * ratio
  }
  const style = getComputedStyle(canvas)
  const colour = (name: string): string => style.getPropertyValue(`--color-${name}`)
  const scale = size.width / area.width
  pen.setTransform(ratio, 0, 0, ratio, 0, 0)
  pen.clearRect(0, 0, size.width, size.height)
  pen.setTransform(ratio * scale, 0, 0, ratio * scale, -area.x * scale * ratio, -area.y * scale * ratio)

  for (const { element, rect } of scene.elements.values()) {
    if (element.kind !== 'frame') continue
    pen.fillStyle = colour('frame-fill')
    pen.fillRect(rect.x, rect.y, rect.width, rect.height)
    pen.strokeStyle = colour('frame-border')
    pen.lineWidth = 1 / scale
    pen.strokeRect(rect.x, rect.y, rect.width, rect.height)
  }

  pen.strokeStyle = colour('quiet-border')
  pen.lineWidth = 0.6 / scale
  pen.beginPath()
  for (const { start, control, end } of scene.links.values()) {
    pen.moveTo(start.x, start.y)
    pen.quadraticCurveTo(control.x, control.y, end.x, end.y)
  }
  pen.stroke()

  const blocks = colour('muted')
  for (const { element, rect, sector } of scene.elements.values()) {
    if (element.kind === 'frame') continue
    pen.fillStyle =
      element.kind === 'stakeholder'
        ? colour(`hue-${sector?.colour ?? 'grey'}-border`)
        : element.kind === 'note'
          ? colour(`note-${element.colour ?? 'yellow'}`)
          : blocks
    // Long thin pills would vanish: a block is at least two pixels high.
    const height = Math.max(rect.height * 0.6, 2 / scale)
    pen.fillRect(rect.x, rect.y + (rect.height - height) / 2, Math.max(rect.width, 3 / scale), height)
  }

  pen.strokeStyle = colour('accent')
  pen.lineWidth = 1.2 / scale
  pen.strokeRect(seen.x, seen.y, seen.width, seen.height)
}
