import { createObservable, type Observable } from '../../lib/base/observable'
import {
  bringIntoView,
  centreCamera,
  fitCamera,
  openingCamera,
  toCanvas,
  toScreen,
  visibleRect,
  zoomAround,
  zoomStep,
  type Insets,
  type OpeningScales,
} from '../../lib/gesture/camera'
import type { Camera, Point, Rect, Size } from '../../lib/geometry/rect'

/** What moves the picture: React Flow in the browser. */
export interface CameraDriver {
  set(camera: Camera, milliseconds: number): void
}

/**
 * The view onto the map: which part is seen, and every way to change that. React Flow moves the
 * picture; this knows where it is and where it should go.
 */
export interface Viewport {
  readonly camera: Observable<Camera>
  readonly zoom: Observable<number>
  /** The map was opened with only a part of it in view, and nobody has moved the view since. */
  readonly showsPart: Observable<boolean>
  size(): Size
  insets(): Insets
  visible(): Rect
  /** The part of `visible` that no panel covers. */
  free(): Rect
  toCanvas(screen: Point): Point
  toScreen(point: Point): Point
  fit(rect: Rect | undefined, options?: { readonly instant?: boolean; readonly most?: number }): void
  /** How a map is first seen: whole, or around `start` where it would be too small for that. */
  open(rect: Rect | undefined, start: Point | undefined, scales: OpeningScales): void
  centreOn(point: Point, zoom?: number): void
  /** The smallest move that brings a rectangle clear of the panels. */
  reveal(rect: Rect): void
  zoomAt(screen: Point, factor: number): void
  zoomBy(direction: 'in' | 'out'): void
  zoomTo(scale: number): void
  panBy(dx: number, dy: number): void

  /** For the shell: what the browser says. */
  drive(driver: CameraDriver | undefined): void
  moved(camera: Camera): void
  resized(size: Size, insets: Insets): void
}

/** Camera moves of people; reduced motion makes them cuts. */
const cameraTime = 280

export function createViewport(isStill: () => boolean): Viewport {
  const camera = createObservable<Camera>({ zoom: 1, x: 0, y: 0 })
  const zoom = createObservable(1)
  const showsPart = createObservable(false)
  let opened: Camera | undefined
  let size: Size = { width: 1, height: 1 }
  let insets: Insets = { top: 0, right: 0, bottom: 0, left: 0 }
  let driver: CameraDriver | undefined

  const go = (next: Camera, instant = false): void => {
    showsPart.set(false)
    if (next !== camera.get()) driver?.set(next, instant || isStill() ? 0 : cameraTime)
  }
  const middle = (): Point => ({
    x: (insets.left + size.width - insets.right) / 2,
    y: (insets.top + size.height - insets.bottom) / 2,
  })

  return {
    camera,
    zoom,
    showsPart,
    size: () => size,
    insets: () => insets,
    visible: () => visibleRect(camera.get(), size),
    free: () => {
      const { zoom: scale } = camera.get()
      const corner = toCanvas(camera.get(), { x: insets.left, y: insets.top })
      return {
        ...corner,
        width: Math.max(1, size.width - insets.left - insets.right) / scale,
        height: Math.max(1, size.height - insets.top - insets.bottom) / scale,
      }
    },
    toCanvas: (screen) => toCanvas(camera.get(), screen),
    toScreen: (point) => toScreen(camera.get(), point),
    fit: (rect, options = {}) => {
      if (rect === undefined) go(centreCamera({ x: 0, y: 0 }, 1, size, insets), options.instant)
      else go(fitCamera(rect, size, insets, options.most), options.instant)
    },
    open: (rect, start, scales) => {
      if (rect === undefined) {
        go(centreCamera({ x: 0, y: 0 }, 1, size, insets), true)
        return
      }
      const { camera: first, isWhole } = openingCamera(rect, start ?? rect, scales, size, insets)
      go(first, true)
      opened = first
      showsPart.set(!isWhole)
    },
    centreOn: (point, scale) => go(centreCamera(point, scale ?? camera.get().zoom, size, insets)),
    reveal: (rect) => go(bringIntoView(camera.get(), rect, size, insets)),
    zoomAt: (screen, factor) => go(zoomAround(camera.get(), screen, camera.get().zoom * factor), true),
    zoomBy: (direction) =>
      go(zoomAround(camera.get(), middle(), camera.get().zoom * (direction === 'in' ? zoomStep : 1 / zoomStep))),
    zoomTo: (scale) => go(zoomAround(camera.get(), middle(), scale)),
    panBy: (dx, dy) => {
      const { x, y, zoom: scale } = camera.get()
      go({ x: x + dx, y: y + dy, zoom: scale }, true)
    },
    drive: (next) => {
      driver = next
    },
    moved: (next) => {
      if (opened === undefined || !isNear(next, opened)) showsPart.set(false)
      camera.set(next)
      zoom.set(next.zoom)
    },
    resized: (nextSize, nextInsets) => {
      size = nextSize
      insets = nextInsets
    },
  }
}

/** The browser may round what it was told to show. */
function isNear(a: Camera, b: Camera): boolean {
  return Math.abs(a.x - b.x) < 1 && Math.abs(a.y - b.y) < 1 && Math.abs(a.zoom - b.zoom) < 0.001
}
