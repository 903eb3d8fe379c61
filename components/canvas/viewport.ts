import { createObservable, type Observable } from '../../lib/base/observable'
import {
  bringIntoView,
  bringWhole,
  centreCamera,
  fitCamera,
  moveOutFrom,
  openingCamera,
  toCanvas,
  toScreen,
  visibleRect,
  zoomAround,
  zoomStep,
  type Insets,
  type OpeningScales,
} from '../../lib/gesture/camera'
import { contains, inflate, type Camera, type Point, type Rect, type Size } from '../../lib/geometry/rect'

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
  /** What panels cover of the window, for what has to keep clear of them. */
  readonly covered: Observable<Insets>
  size(): Size
  insets(): Insets
  visible(): Rect
  /** The part of `visible` that no panel covers. */
  free(): Rect
  toCanvas(screen: Point): Point
  toScreen(point: Point): Point
  /** @param options.spare at least so much is left free at each edge, beside panels */
  fit(
    rect: Rect | undefined,
    options?: { readonly instant?: boolean; readonly most?: number; readonly spare?: Insets },
  ): void
  /** How a map is first seen: whole, or around `start` where it would be too small for that. */
  open(rect: Rect | undefined, start: Point | undefined, scales: OpeningScales): void
  centreOn(point: Point, zoom?: number): void
  /** The smallest move that brings a rectangle clear of the panels. */
  reveal(rect: Rect): void
  /** The smallest change that brings all of a rectangle clear of the panels: moved, and only if need be drawn smaller. */
  revealWhole(rect: Rect): void
  /** Where all of a rectangle is in the window, it is so between the panels too: moved, and only if need be drawn smaller. */
  keepWhole(rect: Rect): void
  /** The smallest move that brings a rectangle out from under a box of the surface; none if it is not under it. */
  uncover(rect: Rect, cover: Rect): void
  zoomAt(screen: Point, factor: number): void
  zoomBy(direction: 'in' | 'out'): void
  zoomTo(scale: number): void
  panBy(dx: number, dy: number): void
  /** A hand is on the map: a journey ends where it is, and nothing moves of itself until the hand lets go. */
  hold(): void
  /** No hand is on the map any more: what was asked to be seen meanwhile is shown now. */
  letGo(): void

  /** For the shell: what the browser says. */
  drive(driver: CameraDriver | undefined): void
  moved(camera: Camera): void
  /**
   * The window has another size, or panels cover another part of it. What was in the middle of a window stays there
   * when its size changes, as when a phone is turned; panels move nothing.
   * @param held what stays in view as well, if it was
   */
  resized(size: Size, insets: Insets, held?: Rect): void
}

/** What the viewport needs to know of the page. */
export interface ViewportPorts {
  /** The person wants no motion. */
  readonly isStill: () => boolean
  /** Calls back once the page has been laid out anew and as much time has passed as a journey takes. */
  readonly afterJourney: (milliseconds: number, end: () => void) => void
}

/** Camera moves of people; reduced motion makes them cuts. */
const cameraTime = 280

/**
 * Makes the view of one canvas. What is asked to be seen is aimed at until the journey there is over:
 * a panel that opens with the same click tells only afterwards what it covers.
 */
export function createViewport({ isStill, afterJourney }: ViewportPorts): Viewport {
  const camera = createObservable<Camera>({ zoom: 1, x: 0, y: 0 })
  const zoom = createObservable(1)
  const showsPart = createObservable(false)
  let opened: Camera | undefined
  let size: Size = { width: 1, height: 1 }
  let insets: Insets = { top: 0, right: 0, bottom: 0, left: 0 }
  const covered = createObservable(insets)
  let driver: CameraDriver | undefined
  /** What the journey under way is to show, by the panels as they are when it is asked. */
  let aim: (() => Camera) | undefined
  let heading: Camera | undefined
  let isHeld = false

  const go = (next: Camera, instant = false): void => {
    const from = heading ?? camera.get()
    if (isHeld || next === from || isNear(next, from)) return
    showsPart.set(false)
    heading = next
    driver?.set(next, instant || isStill() ? 0 : cameraTime)
  }
  const travel = (to: () => Camera, instant = false): void => {
    aim = to
    go(to(), instant)
    afterJourney(cameraTime, () => {
      if (aim === to && !isHeld) aim = heading = undefined
    })
  }
  /** Moved at once, by hand or for the first time: no journey is under way any more. */
  const jump = (next: Camera): void => {
    aim = heading = undefined
    showsPart.set(false)
    if (next !== camera.get()) driver?.set(next, 0)
  }
  /** Where the view will be once it has come to rest. */
  const resting = (): Camera => aim?.() ?? camera.get()
  /** Travels by way of where a journey under way leads, which stays its aim if nothing is to be added. */
  const travelOn = (add: (from: Camera) => Camera): void => {
    const before = aim
    const from = resting()
    travel(() => add(before?.() ?? from))
  }
  const middle = (): Point => ({
    x: (insets.left + size.width - insets.right) / 2,
    y: (insets.top + size.height - insets.bottom) / 2,
  })

  return {
    camera,
    zoom,
    showsPart,
    covered,
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
      travel(
        () =>
          rect === undefined
            ? centreCamera({ x: 0, y: 0 }, 1, size, insets)
            : fitCamera(rect, size, widest(insets, options.spare), options.most),
        options.instant,
      )
    },
    open: (rect, start, scales) => {
      if (rect === undefined) {
        jump(centreCamera({ x: 0, y: 0 }, 1, size, insets))
        return
      }
      const { camera: first, isWhole } = openingCamera(rect, start ?? rect, scales, size, insets)
      jump(first)
      opened = first
      showsPart.set(!isWhole)
    },
    centreOn: (point, scale) => {
      const wanted = scale ?? resting().zoom
      travel(() => centreCamera(point, wanted, size, insets))
    },
    reveal: (rect) => travelOn((from) => bringIntoView(from, rect, size, insets)),
    revealWhole: (rect) => travelOn((from) => bringWhole(from, rect, size, insets)),
    keepWhole: (rect) => {
      if (!contains(inflate(visibleRect(resting(), size), 1), rect)) return
      travelOn((from) => bringWhole(from, rect, size, insets))
    },
    uncover: (rect, cover) => travelOn((from) => moveOutFrom(from, rect, cover, size, insets)),
    zoomAt: (screen, factor) => jump(zoomAround(camera.get(), screen, camera.get().zoom * factor)),
    zoomBy: (direction) => {
      const from = resting()
      const next = zoomAround(from, middle(), from.zoom * (direction === 'in' ? zoomStep : 1 / zoomStep))
      travel(() => next)
    },
    zoomTo: (scale) => {
      const next = zoomAround(resting(), middle(), scale)
      travel(() => next)
    },
    panBy: (dx, dy) => {
      const { x, y, zoom: scale } = camera.get()
      jump({ x: x + dx, y: y + dy, zoom: scale })
    },
    hold: () => {
      if (heading !== undefined) driver?.set(camera.get(), 0)
      aim = heading = undefined
      isHeld = true
    },
    letGo: () => {
      isHeld = false
      if (aim !== undefined) travel(aim)
    },
    drive: (next) => {
      driver = next
    },
    moved: (next) => {
      if (opened === undefined || !isNear(next, opened)) showsPart.set(false)
      camera.set(next)
      zoom.set(next.zoom)
    },
    resized: (nextSize, nextInsets, held) => {
      const isTurned =
        isSeen(size) && isSeen(nextSize) && (nextSize.width !== size.width || nextSize.height !== size.height)
      // Where a journey under way leads counts as seen: what a panel asked for a moment ago must not hold the view.
      const before = resting()
      const point = toCanvas(before, middle())
      const wasSeen = held !== undefined && contains(visibleRect(before, size), held)
      size = nextSize
      insets = nextInsets
      covered.set(insets)
      if (!isTurned || isHeld) {
        if (aim !== undefined) go(aim())
        return
      }
      const { zoom: scale } = before
      const isPart = showsPart.get()
      // An aim, since panels that move with the window tell of it a moment later.
      travel(() => {
        const centred = centreCamera(point, scale, size, insets)
        return wasSeen ? bringIntoView(centred, held, size, insets) : centred
      }, true)
      if (!isPart) return
      opened = heading
      showsPart.set(true)
    },
  }
}

/** A canvas that is not laid out yet, or is hidden, has no size. */
function isSeen({ width, height }: Size): boolean {
  return width > 1 && height > 1
}

function widest(a: Insets, b: Insets = a): Insets {
  return {
    top: Math.max(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
    left: Math.max(a.left, b.left),
  }
}

/** The browser may round what it was told to show. */
function isNear(a: Camera, b: Camera): boolean {
  return Math.abs(a.x - b.x) < 1 && Math.abs(a.y - b.y) < 1 && Math.abs(a.zoom - b.zoom) < 0.001
}
