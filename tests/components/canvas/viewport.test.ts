import { describe, expect, it } from 'vitest'
import { createViewport, type Viewport } from '../../../components/canvas/viewport'
import { toScreen, type Insets } from '../../../lib/gesture/camera'
import type { Camera, Rect } from '../../../lib/geometry/rect'

const size = { width: 1000, height: 600 }
const closed: Insets = { top: 0, right: 0, bottom: 0, left: 0 }
const open: Insets = { ...closed, right: 300 }
const rect = { x: 0, y: 0, width: 400, height: 100 }

/** A view whose journeys arrive at once unless told, and end when the test says so. */
function start({ slow = false } = {}) {
  const ends: (() => void)[] = []
  const viewport = createViewport({ isStill: () => false, afterJourney: (_, end) => ends.push(end) })
  const moves: number[] = []
  let target: Camera | undefined
  viewport.drive({
    set: (camera, milliseconds) => {
      moves.push(milliseconds)
      target = camera
      if (!slow) viewport.moved(camera)
    },
  })
  viewport.resized(size, closed)
  return { viewport, moves, target: () => target, arrive: () => ends.splice(0).forEach((end) => end()) }
}

const right = ({ camera }: Viewport, { x, y, width }: Rect): number => toScreen(camera.get(), { x: x + width, y }).x

describe('viewport', () => {
  it('VIEW-6: what is shown keeps clear of a panel that opens with it', () => {
    const { viewport } = start()
    viewport.fit({ ...rect, width: 1000 })
    expect(right(viewport, { ...rect, width: 1000 })).toBeGreaterThan(700)
    viewport.resized(size, open)
    expect(right(viewport, { ...rect, width: 1000 })).toBeLessThanOrEqual(700)
  })

  it('VIEW-6: a panel that opens later moves nothing', () => {
    const { viewport, arrive } = start()
    viewport.fit(rect)
    arrive()
    const before = viewport.camera.get()
    viewport.resized(size, open)
    expect(viewport.camera.get()).toBe(before)
  })

  const turned = { width: 600, height: 1000 }

  it('VIEW-11: what was in the middle stays there when the window is turned', () => {
    const { viewport } = start()
    viewport.panBy(120, -40)
    const before = viewport.toCanvas({ x: 500, y: 300 })
    viewport.resized(turned, closed)
    expect(viewport.toCanvas({ x: 300, y: 500 })).toEqual(before)
    viewport.resized(turned, open)
    expect(viewport.toCanvas({ x: 150, y: 500 })).toEqual(before)
  })

  it('VIEW-11: what is selected stays in view, if it was', () => {
    const { viewport, arrive } = start()
    const selected = { x: 800, y: 20, width: 100, height: 50 }
    viewport.resized(turned, closed, selected)
    arrive()
    expect(right(viewport, selected)).toBeLessThanOrEqual(600)
    const far = { x: 5000, y: 20, width: 100, height: 50 }
    const before = viewport.toCanvas({ x: 300, y: 500 })
    viewport.resized(size, closed, far)
    expect(viewport.toCanvas({ x: 500, y: 300 })).toEqual(before)
  })

  it('VIEW-11: also right after a panel asked for something to be seen', () => {
    const { viewport } = start()
    const selected = { x: 800, y: 20, width: 100, height: 50 }
    viewport.uncover(selected, { x: 0, y: 0, width: 10, height: 10 })
    const before = viewport.toCanvas({ x: 500, y: 300 })
    viewport.resized({ width: 950, height: 580 }, closed, selected)
    expect(viewport.toCanvas({ x: 475, y: 290 })).toEqual(before)
  })

  it('VIEW-11: a map that was opened in part says so also after turning', () => {
    const { viewport } = start()
    viewport.open({ x: 0, y: 0, width: 4000, height: 4000 }, { x: 0, y: 0 }, { least: 0.6, readable: 0.8 })
    expect(viewport.showsPart.get()).toBe(true)
    viewport.resized(turned, closed)
    expect(viewport.showsPart.get()).toBe(true)
  })

  it.each([
    ['pulled', (viewport: Viewport) => viewport.panBy(5, 0)],
    ['zoomed', (viewport: Viewport) => viewport.zoomAt({ x: 0, y: 0 }, 1.1)],
    ['pressed', (viewport: Viewport) => viewport.hold()],
  ])('VIEW-7: once the map is %s, nothing moves of itself', (_, byHand) => {
    const { viewport } = start()
    viewport.fit(rect)
    byHand(viewport)
    const before = viewport.camera.get()
    viewport.resized(size, open)
    expect(viewport.camera.get()).toEqual(before)
  })

  it('VIEW-6: what is also asked to be seen keeps the first in the middle, if it is seen there', () => {
    const { viewport } = start()
    viewport.centreOn({ x: 5000, y: 0 })
    viewport.reveal({ x: 4950, y: -20, width: 100, height: 40 })
    viewport.resized(size, open)
    expect(toScreen(viewport.camera.get(), { x: 5000, y: 0 }).x).toBe(350)
  })

  it('VIEW-7: what is asked to be seen while the map is pressed is shown once it is let go', () => {
    const { viewport, arrive } = start()
    const before = viewport.camera.get()
    viewport.hold()
    viewport.reveal({ x: 2000, y: 0, width: 100, height: 40 })
    viewport.resized(size, open)
    arrive()
    expect(viewport.camera.get()).toBe(before)
    viewport.letGo()
    expect(right(viewport, { x: 2000, y: 0, width: 100, height: 40 })).toBe(700)
  })

  it('LAYOUT-23: what is fitted with a message leaves free where that stands, beside the panels', () => {
    const { viewport } = start()
    const all = { x: 0, y: 0, width: 400, height: 4000 }
    viewport.fit(all, { spare: { top: 0, right: 0, bottom: 200, left: 0 } })
    const corner = viewport.toScreen({ x: 0, y: 4000 })
    expect(corner.y).toBeLessThanOrEqual(size.height - 200)
  })

  it('VIEW-10: where all is in the window, all stays in it beside a panel that opens', () => {
    const { viewport } = start()
    const all = { x: 50, y: 50, width: 900, height: 200 }
    viewport.keepWhole(all)
    expect(viewport.camera.get().x).toBe(0)
    viewport.resized(size, open)
    expect(right(viewport, all)).toBeLessThanOrEqual(700)
    expect(viewport.toScreen(all).x).toBeGreaterThan(-0.01)
  })

  it('VIEW-10: it is moved and not drawn smaller, where there is room for that', () => {
    const { viewport } = start()
    viewport.resized(size, open)
    const all = { x: 450, y: 50, width: 400, height: 200 }
    viewport.keepWhole(all)
    expect(viewport.camera.get()).toEqual({ zoom: 1, x: -150, y: 0 })
  })

  it('VIEW-10: a map that goes on beyond the window is left where it is', () => {
    const { viewport, moves } = start()
    viewport.keepWhole({ x: -20, y: 50, width: 900, height: 200 })
    viewport.resized(size, open)
    expect(moves).toEqual([])
  })

  it('WHATIF-24: what is to be seen whole comes clear of the panels, drawn smaller only where there is no room', () => {
    const { viewport } = start()
    viewport.resized(size, open)
    const all = { x: 450, y: 50, width: 400, height: 200 }
    viewport.revealWhole(all)
    expect(viewport.camera.get()).toEqual({ zoom: 1, x: -150, y: 0 })
    viewport.revealWhole({ x: 0, y: 0, width: 1400, height: 200 })
    expect(viewport.camera.get().zoom).toBe(0.5)
  })

  it('what is in view already is no reason to move', () => {
    const { viewport, moves } = start()
    viewport.reveal({ x: 100, y: 100, width: 50, height: 50 })
    viewport.uncover({ x: 100, y: 100, width: 50, height: 50 }, { x: 700, y: 0, width: 300, height: 600 })
    expect(moves).toEqual([])
  })

  it('steps of zoom that follow fast add up', () => {
    const { viewport, target } = start({ slow: true })
    viewport.zoomBy('in')
    viewport.zoomBy('in')
    expect(target()?.zoom).toBeCloseTo(1.44)
  })

  it('LOOK-26: what keeps clear of panels and strips hears that they cover something else, though the view stays', () => {
    const { viewport, moves } = start()
    viewport.resized(size, closed)
    const heard: Insets[] = []
    viewport.covered.subscribe(() => heard.push(viewport.covered.get()))
    viewport.resized(size, { ...closed, top: 120 })
    expect(heard).toEqual([{ ...closed, top: 120 }])
    expect(moves).toEqual([])
  })
})
