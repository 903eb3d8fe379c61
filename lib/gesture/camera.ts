import {
  centreOf,
  containsPoint,
  inflate,
  overlaps,
  scaleToFit,
  type Camera,
  type Point,
  type Rect,
  type Size,
} from '../geometry/rect'

/** Smallest and largest scale of the view. */
export const zoomBounds = { least: 0.1, most: 4 } as const
/** What one press of a zoom button or key multiplies by. */
export const zoomStep = 1.2

/** Pixels of the surface that panels cover, by side. */
export interface Insets {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

/** The camera that shows all of `rect` between the panels. Never larger than `most` (100 % unless told). */
export function fitCamera(rect: Rect, surface: Size, insets: Insets, most = 1): Camera {
  const free = {
    width: surface.width - insets.left - insets.right,
    height: surface.height - insets.top - insets.bottom,
  }
  const camera = scaleToFit(rect, free, 0, { least: zoomBounds.least, most })
  return { zoom: camera.zoom, x: camera.x + insets.left, y: camera.y + insets.top }
}

/** The camera zoomed to `wanted`, with the canvas under `screen` staying where it is. */
export function zoomAround(camera: Camera, screen: Point, wanted: number): Camera {
  const zoom = Math.min(zoomBounds.most, Math.max(zoomBounds.least, wanted))
  const ratio = zoom / camera.zoom
  return { zoom, x: screen.x - (screen.x - camera.x) * ratio, y: screen.y - (screen.y - camera.y) * ratio }
}

/** The camera whose middle of the free area is `point`. */
export function centreCamera(point: Point, zoom: number, surface: Size, insets: Insets): Camera {
  const middle = {
    x: (insets.left + surface.width - insets.right) / 2,
    y: (insets.top + surface.height - insets.bottom) / 2,
  }
  return { zoom, x: middle.x - point.x * zoom, y: middle.y - point.y * zoom }
}

/** How small a map may be drawn when it is opened. */
export interface OpeningScales {
  /** Below this a whole map says nothing at a glance. */
  readonly least: number
  /** What a map is drawn at that would be smaller than that. */
  readonly readable: number
}

/**
 * How a map is first seen: whole between the panels; if that would make it smaller than
 * `scales.least`, at `scales.readable` around `start`, without the emptiness beyond the map's edges.
 */
export function openingCamera(
  rect: Rect,
  start: Point,
  scales: OpeningScales,
  surface: Size,
  insets: Insets,
): { readonly camera: Camera; readonly isWhole: boolean } {
  const whole = fitCamera(rect, surface, insets)
  if (whole.zoom >= scales.least) return { camera: whole, isWhole: true }
  const zoom = scales.readable
  const middle = (at: number, from: number, length: number, free: number): number =>
    length <= free ? from + length / 2 : Math.min(Math.max(at, from + free / 2), from + length - free / 2)
  const point = {
    x: middle(start.x, rect.x, rect.width, (surface.width - insets.left - insets.right) / zoom),
    y: middle(start.y, rect.y, rect.height, (surface.height - insets.top - insets.bottom) / zoom),
  }
  return { camera: centreCamera(point, zoom, surface, insets), isWhole: false }
}

/** The rectangle of the canvas that the surface shows. */
export function visibleRect(camera: Camera, surface: Size): Rect {
  return {
    x: -camera.x / camera.zoom,
    y: -camera.y / camera.zoom,
    width: surface.width / camera.zoom,
    height: surface.height / camera.zoom,
  }
}

export function toCanvas(camera: Camera, screen: Point): Point {
  return { x: (screen.x - camera.x) / camera.zoom, y: (screen.y - camera.y) / camera.zoom }
}

export function toScreen(camera: Camera, point: Point): Point {
  return { x: point.x * camera.zoom + camera.x, y: point.y * camera.zoom + camera.y }
}

/**
 * The shortest move of the view that brings `rect` clear of the panels; the same camera if it
 * already is. A rectangle larger than the free area shows its beginning.
 */
export function bringIntoView(camera: Camera, rect: Rect, surface: Size, insets: Insets): Camera {
  const shift = (start: number, length: number, from: number, to: number): number => {
    if (start < from || length > to - from) return from - start
    return start + length > to ? to - start - length : 0
  }
  const at = toScreen(camera, rect)
  const dx = shift(at.x, rect.width * camera.zoom, insets.left, surface.width - insets.right)
  const dy = shift(at.y, rect.height * camera.zoom, insets.top, surface.height - insets.bottom)
  return dx === 0 && dy === 0 ? camera : { zoom: camera.zoom, x: camera.x + dx, y: camera.y + dy }
}

/**
 * The least change that brings all of `rect` clear of the panels: a move at the scale that it has, and
 * only where there is no room for that a smaller scale.
 */
export function bringWhole(camera: Camera, rect: Rect, surface: Size, insets: Insets): Camera {
  const width = surface.width - insets.left - insets.right
  const height = surface.height - insets.top - insets.bottom
  if (rect.width * camera.zoom > width || rect.height * camera.zoom > height) {
    return fitCamera(rect, surface, insets, camera.zoom)
  }
  return bringIntoView(camera, rect, surface, insets)
}

/** Air between what is brought out from under a panel and the panel. */
const airBesidePanel = 16

/**
 * The shortest move of the view, sideways if there is room and else up or down, that brings `rect` out
 * from under `cover`, a box of the surface, without pushing it under a panel on the other side; the
 * same camera if it is not under it. What is too large for that stays where it is as long as its middle is seen.
 */
export function moveOutFrom(camera: Camera, rect: Rect, cover: Rect, surface: Size, insets: Insets): Camera {
  const corner = toScreen(camera, rect)
  const at: Rect = { ...corner, width: rect.width * camera.zoom, height: rect.height * camera.zoom }
  if (!overlaps(at, cover)) return camera
  const air = inflate(cover, airBesidePanel)
  const dx = { left: air.x - at.x - at.width, right: air.x + air.width - at.x }
  const dy = { up: air.y - at.y - at.height, down: air.y + air.height - at.y }
  const sideways: readonly Move[] = [
    { x: dx.left, y: 0, fits: at.x + dx.left >= insets.left },
    { x: dx.right, y: 0, fits: at.x + dx.right + at.width <= surface.width - insets.right },
  ]
  const upOrDown: readonly Move[] = [
    { x: 0, y: dy.up, fits: at.y + dy.up >= insets.top },
    { x: 0, y: dy.down, fits: at.y + dy.down + at.height <= surface.height - insets.bottom },
  ]
  const shortest = shortestOf(sideways) ?? shortestOf(upOrDown)
  if (shortest !== undefined) return { zoom: camera.zoom, x: camera.x + shortest.x, y: camera.y + shortest.y }
  return containsPoint(cover, centreOf(at)) ? bringIntoView(camera, rect, surface, insets) : camera
}

type Move = Point & { readonly fits: boolean }

function shortestOf(moves: readonly Move[]): Move | undefined {
  const length = ({ x, y }: Point): number => Math.abs(x) + Math.abs(y)
  return moves.filter(({ fits }) => fits).sort((a, b) => length(a) - length(b))[0]
}

const edgeZone = 24
const edgeSpeed = 14

/** How far the view moves in this frame because the pointer pulls at the rim; zero in the middle. */
export function edgePan(screen: Point, surface: Size): Point {
  const push = (at: number, length: number): number => {
    const near = Math.max(0, edgeZone - at) - Math.max(0, edgeZone - (length - at))
    return (Math.max(-edgeZone, Math.min(edgeZone, near)) / edgeZone) * edgeSpeed
  }
  return { x: push(screen.x, surface.width), y: push(screen.y, surface.height) }
}

/** A turn of the wheel or two fingers on a trackpad, as the browser tells it. */
export interface Wheel {
  readonly deltaX: number
  readonly deltaY: number
  /** 0 pixels, 1 lines, 2 pages. */
  readonly deltaMode: number
  readonly command: boolean
  readonly shift: boolean
}

export type WheelMeaning =
  | { readonly kind: 'pan'; readonly x: number; readonly y: number }
  /** Multiplies the scale. */
  | { readonly kind: 'zoom'; readonly factor: number }

/**
 * Tells a mouse wheel (zooms) from a trackpad (moves the view). Browsers do not say which it was:
 * a wheel turns in whole notches, straight up or down, and large ones; a trackpad sends small steps.
 */
export function readWheel(wheel: Wheel): WheelMeaning {
  const scale = wheel.deltaMode === 1 ? 16 : wheel.deltaMode === 2 ? 400 : 1
  const x = wheel.deltaX * scale
  const y = wheel.deltaY * scale
  if (wheel.command) return { kind: 'zoom', factor: zoomFactor(y, isNotch(wheel) ? 0.0018 : 0.01) }
  if (wheel.shift) return { kind: 'pan', x: x === 0 ? -y : -x, y: 0 }
  return isNotch(wheel) ? { kind: 'zoom', factor: zoomFactor(y, 0.0018) } : { kind: 'pan', x: -x, y: -y }
}

function isNotch({ deltaX, deltaY, deltaMode }: Wheel): boolean {
  return deltaX === 0 && (deltaMode !== 0 || (Math.abs(deltaY) >= 100 && Number.isInteger(deltaY)))
}

function zoomFactor(delta: number, rate: number): number {
  return Math.exp(-Math.max(-240, Math.min(240, delta)) * rate)
}
