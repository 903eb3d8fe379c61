import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bringIntoView,
  centreCamera,
  edgePan,
  fitCamera,
  moveOutFrom,
  openingCamera,
  readWheel,
  toCanvas,
  toScreen,
  visibleRect,
  zoomAround,
  zoomBounds,
} from '../../../lib/gesture/camera'

const surface = { width: 1000, height: 600 }
const insets = { top: 60, right: 300, bottom: 50, left: 60 }
const none = { top: 0, right: 0, bottom: 0, left: 0 }
const wheel = { deltaX: 0, deltaY: 0, deltaMode: 0, command: false, shift: false }

describe('camera', () => {
  it('VIEW-2: fit shows everything between the panels', () => {
    const rect = { x: -400, y: 100, width: 3000, height: 900 }
    const camera = fitCamera(rect, surface, insets)
    const start = toScreen(camera, rect)
    const end = toScreen(camera, { x: rect.x + rect.width, y: rect.y + rect.height })
    expect(start.x).toBeGreaterThanOrEqual(insets.left - 0.001)
    expect(end.x).toBeLessThanOrEqual(surface.width - insets.right + 0.001)
    expect(start.y).toBeGreaterThanOrEqual(insets.top)
    expect(end.y).toBeLessThanOrEqual(surface.height - insets.bottom)
  })

  it('VIEW-2: a small map is not blown up', () => {
    expect(fitCamera({ x: 0, y: 0, width: 50, height: 20 }, surface, none).zoom).toBe(1)
  })

  it('VIEW-4: a map opens whole down to the least scale', () => {
    const rect = { x: 0, y: 0, width: 1600, height: 400 }
    const opened = openingCamera(rect, rect, { least: 0.34, readable: 0.6 }, surface, insets)
    expect(opened).toEqual({ camera: fitCamera(rect, surface, insets), isWhole: true })
  })

  it('VIEW-4: below it, readable, around its start and never beyond its edges', () => {
    const scales = { least: 0.34, readable: 0.6 }
    const rect = { x: -3000, y: 40, width: 6000, height: 200 }
    const free = { left: insets.left, right: surface.width - insets.right }
    for (const [start, seen] of [
      [rect.x + 10, 'left'],
      [0, 'middle'],
      [rect.x + rect.width, 'right'],
    ] as const) {
      const { camera, isWhole } = openingCamera(rect, { x: start, y: 90 }, scales, surface, insets)
      expect([camera.zoom, isWhole]).toEqual([0.6, false])
      const edge = { left: toScreen(camera, rect).x, right: toScreen(camera, { x: rect.x + rect.width, y: 0 }).x }
      if (seen === 'left') expect(edge.left).toBeCloseTo(free.left)
      if (seen === 'right') expect(edge.right).toBeCloseTo(free.right)
      if (seen === 'middle') expect(toScreen(camera, { x: 0, y: 0 }).x).toBeCloseTo((free.left + free.right) / 2)
      // The way that has room enough is centred.
      const middle = toScreen(camera, { x: 0, y: rect.y + rect.height / 2 }).y
      expect(middle).toBeCloseTo((insets.top + surface.height - insets.bottom) / 2)
    }
  })

  it('VIEW-1: what is under the pointer stays under it while zooming', () => {
    fc.assert(
      fc.property(
        fc.record({
          zoom: fc.double({ min: 0.1, max: 4, noNaN: true }),
          x: fc.integer({ min: -2000, max: 2000 }),
          y: fc.integer({ min: -2000, max: 2000 }),
        }),
        fc.record({ x: fc.integer({ min: 0, max: 1000 }), y: fc.integer({ min: 0, max: 600 }) }),
        fc.double({ min: 0.01, max: 20, noNaN: true }),
        (camera, screen, wanted) => {
          const next = zoomAround(camera, screen, wanted)
          expect(next.zoom).toBeGreaterThanOrEqual(zoomBounds.least)
          expect(next.zoom).toBeLessThanOrEqual(zoomBounds.most)
          const before = toCanvas(camera, screen)
          const after = toCanvas(next, screen)
          expect(after.x).toBeCloseTo(before.x, 3)
          expect(after.y).toBeCloseTo(before.y, 3)
        },
      ),
    )
  })

  it('VIEW-2: centring puts a point in the middle of what is free', () => {
    const camera = centreCamera({ x: 10, y: 20 }, 2, surface, insets)
    expect(toScreen(camera, { x: 10, y: 20 })).toEqual({ x: 380, y: 305 })
  })

  it('VIEW-2: the visible rectangle is what the surface shows', () => {
    expect(visibleRect({ zoom: 2, x: 100, y: 50 }, surface)).toEqual({ x: -50, y: -25, width: 500, height: 300 })
  })

  it('VIEW-2: what has the focus is moved clear of panels, and only then', () => {
    const camera = { zoom: 1, x: 0, y: 0 }
    expect(bringIntoView(camera, { x: 100, y: 100, width: 50, height: 30 }, surface, insets)).toBe(camera)
    const under = bringIntoView(camera, { x: 800, y: 10, width: 50, height: 30 }, surface, insets)
    expect(under).toEqual({ zoom: 1, x: -150, y: 50 })
    const large = bringIntoView(camera, { x: 100, y: 100, width: 5000, height: 30 }, surface, insets)
    expect(large.x).toBe(-40)
  })

  it('VIEW-3: the view follows at the rim, faster the further out, and rests in the middle', () => {
    expect(edgePan({ x: 500, y: 300 }, surface)).toEqual({ x: 0, y: 0 })
    expect(edgePan({ x: 0, y: 300 }, surface).x).toBeGreaterThan(0)
    expect(edgePan({ x: 995, y: 300 }, surface).x).toBeLessThan(edgePan({ x: 985, y: 300 }, surface).x)
    expect(edgePan({ x: -500, y: 300 }, surface)).toEqual(edgePan({ x: 0, y: 300 }, surface))
  })
})

describe('wheel', () => {
  it('VIEW-1: a notch of a mouse wheel zooms, in pixels and in lines', () => {
    expect(readWheel({ ...wheel, deltaY: 100 })).toMatchObject({ kind: 'zoom' })
    expect(readWheel({ ...wheel, deltaY: -3, deltaMode: 1 })).toMatchObject({ kind: 'zoom' })
    const closer = readWheel({ ...wheel, deltaY: -120 })
    expect(closer.kind === 'zoom' && closer.factor).toBeGreaterThan(1)
  })

  it('VIEW-1: a trackpad moves the view both ways', () => {
    expect(readWheel({ ...wheel, deltaX: 4, deltaY: 12.5 })).toEqual({ kind: 'pan', x: -4, y: -12.5 })
  })

  it('VIEW-1: a pinch zooms, and Shift turns a wheel sideways', () => {
    expect(readWheel({ ...wheel, deltaY: 2, command: true })).toMatchObject({ kind: 'zoom' })
    expect(readWheel({ ...wheel, deltaY: 120, shift: true })).toEqual({ kind: 'pan', x: -120, y: 0 })
  })
})

describe('moveOutFrom', () => {
  const here = { zoom: 1, x: 0, y: 0 }
  /** The inspector at the right, not as high as the surface. */
  const cover = { x: 700, y: 60, width: 290, height: 300 }

  it.each([
    ['beside it, however near', { x: 600, y: 100, width: 99, height: 40 }],
    ['below it', { x: 800, y: 380, width: 100, height: 40 }],
    ['under the rim of the surface', { x: -40, y: 100, width: 100, height: 40 }],
  ])('VIEW-5: what is %s stays where it is', (_, rect) => {
    expect(moveOutFrom(here, rect, cover, surface, insets)).toBe(here)
  })

  it('VIEW-5: what is under it comes out sideways, just so far, and up or down only where there is no room aside', () => {
    const beside = moveOutFrom(here, { x: 680, y: 100, width: 100, height: 40 }, cover, surface, insets)
    expect(beside).toEqual({ zoom: 1, x: -96, y: 0 })
    const low = moveOutFrom(here, { x: 850, y: 340, width: 100, height: 40 }, cover, surface, insets)
    expect(low).toEqual({ zoom: 1, x: -266, y: 0 })
    const everywhere = { x: 0, y: 300, width: 1_000, height: 300 }
    const below = moveOutFrom(here, { x: 500, y: 290, width: 100, height: 40 }, everywhere, surface, insets)
    expect(below).toMatchObject({ x: 0, zoom: 1 })
    expect(below.y).toBeLessThan(0)
  })

  it('VIEW-5: it is not pushed under what covers the other side', () => {
    const tall = { ...cover, height: 540 }
    const rect = { x: 690, y: 100, width: 600, height: 40 }
    const moved = moveOutFrom(here, rect, tall, surface, insets)
    expect(moved.x + rect.x).toBeGreaterThanOrEqual(insets.left)
    expect(moved.x + rect.x + rect.width).toBeLessThanOrEqual(tall.x)
  })

  it('VIEW-5: what is larger than the room stays as long as its middle is seen, else its beginning is shown', () => {
    const tall = { ...cover, height: 540 }
    const frame = { x: 100, y: 80, width: 900, height: 400 }
    expect(moveOutFrom(here, frame, tall, surface, insets)).toBe(here)
    const hidden = { x: 400, y: 80, width: 900, height: 400 }
    expect(toScreen(moveOutFrom(here, hidden, tall, surface, insets), hidden).x).toBe(insets.left)
  })
})
