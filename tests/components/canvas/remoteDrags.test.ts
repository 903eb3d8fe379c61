import { describe, expect, it } from 'vitest'
import { createRemoteDrags } from '../../../components/canvas/remoteDrags'
import type { ElementId } from '../../../lib/base/ids'
import type { Person } from '../../../lib/editor/editor'
import type { Position } from '../../../lib/model/position'
import { element } from '../../lib/gesture/board'

const a = element('a')

/** Frames that pass when the test says so. */
class Film {
  time = 0
  private next: (() => void) | undefined
  now = (): number => this.time
  request = (task: () => void): number => {
    this.next = task
    return 1
  }
  cancel = (): void => {
    this.next = undefined
  }
  isRunning(): boolean {
    return this.next !== undefined
  }
  pass(milliseconds: number): void {
    this.time += milliseconds
    const task = this.next
    this.next = undefined
    task?.()
  }
}

function dragging(drag: Record<string, [number, number]> | null): readonly Person[] {
  return [{ id: 'ana', name: 'Ana', colour: 1, role: 'contributor', presence: { drag } }]
}

function stage(isStill = false) {
  const film = new Film()
  const drags = createRemoteDrags(() => isStill, film)
  let stored: Position = { x: 0, y: 0 }
  const storedOf = (id: ElementId): Position | undefined => (id === a ? stored : undefined)
  const show = (drag: Record<string, [number, number]> | null): void => drags.update(dragging(drag), storedOf)
  const store = (position: Position): void => {
    stored = position
  }
  return { film, drags, show, store, stored: storedOf, at: () => drags.centres.get()?.get(a) }
}

describe('createRemoteDrags', () => {
  it('CANVAS-4: others’ drags glide from where the element is, within 120 ms', () => {
    const { film, show, at } = stage()
    show({ a: [100, 0] })
    film.pass(60)
    expect(at()?.x).toBeCloseTo(50)
    film.pass(60)
    expect(at()).toEqual({ x: 100, y: 0 })
    show({ a: [200, 0] })
    film.pass(30)
    expect(at()?.x).toBeCloseTo(125)
  })

  it('CANVAS-4: reduced motion jumps', () => {
    const { film, show, at } = stage(true)
    show({ a: [100, 0] })
    film.pass(1)
    expect(at()).toEqual({ x: 100, y: 0 })
  })

  it('CANVAS-4: a dropped element waits for the map and never jumps back', () => {
    const { film, show, store, at, drags } = stage()
    show({ a: [100, 0] })
    film.pass(150)
    show(null)
    film.pass(50)
    expect(at()).toEqual({ x: 100, y: 0 })
    store({ x: 100, y: 0 })
    film.pass(50)
    expect(drags.centres.get()).toBeUndefined()
  })

  it('CANVAS-4: a drag that was cancelled goes back after a moment', () => {
    const { film, show, drags } = stage()
    show({ a: [100, 0] })
    film.pass(150)
    show(null)
    film.pass(200)
    expect(drags.centres.get()).toBeDefined()
    film.pass(300)
    expect(drags.centres.get()).toBeUndefined()
    expect(film.isRunning()).toBe(false)
  })

  const glideFrom = (x: number, y: number) => new Map([[a, { x, y }]])

  it('CANVAS-6: what others have moved glides there within 150 ms, and is the map’s again', () => {
    const { film, drags, store, stored, at } = stage()
    store({ x: 300, y: 0 })
    expect(drags.glide(glideFrom(0, 0), stored)).toBe(true)
    expect(at()).toEqual({ x: 0, y: 0 })
    film.pass(75)
    expect(at()?.x).toBeCloseTo(150)
    film.pass(75)
    expect(drags.centres.get()).toBeUndefined()
    expect(film.isRunning()).toBe(false)
  })

  it('CANVAS-6: a second move goes on from where the first has got to', () => {
    const { film, drags, store, stored, at } = stage()
    store({ x: 300, y: 0 })
    drags.glide(glideFrom(0, 0), stored)
    film.pass(75)
    store({ x: 300, y: 200 })
    drags.glide(glideFrom(300, 0), stored)
    expect(at()?.x).toBeCloseTo(150)
    film.pass(150)
    expect(drags.centres.get()).toBeUndefined()
  })

  it('CANVAS-6: reduced motion and crowds of elements jump', () => {
    const still = stage(true)
    still.store({ x: 300, y: 0 })
    expect(still.drags.glide(glideFrom(0, 0), still.stored)).toBe(false)
    const { drags, film } = stage()
    const crowd = new Map(Array.from({ length: 1_000 }, (_, index) => [element(`e${index}`), { x: 0, y: 0 }]))
    expect(drags.glide(crowd, () => ({ x: 9, y: 9 }))).toBe(false)
    expect([drags.centres.get(), film.isRunning()]).toEqual([undefined, false])
  })

  it('CANVAS-6: a drop that was seen in flight does not run a second time', () => {
    const { film, drags, show, store, stored, at } = stage()
    show({ a: [100, 0] })
    film.pass(150)
    show(null)
    store({ x: 100, y: 0 })
    expect(drags.glide(glideFrom(0, 0), stored)).toBe(false)
    expect(at()).toEqual({ x: 100, y: 0 })
  })

  it('CANVAS-4: what is not on the map is not dragged', () => {
    const { film, drags, show } = stage()
    show({ nobody: [100, 0] })
    film.pass(60)
    expect([drags.centres.get(), film.isRunning()]).toEqual([undefined, false])
  })

  it('PROTECT-24: nobody is shown dragging what they may not', () => {
    const { film, drags, stored } = stage()
    drags.update(dragging({ a: [100, 0] }), stored, () => false)
    film.pass(60)
    expect([drags.centres.get(), film.isRunning()]).toEqual([undefined, false])
    drags.update(dragging({ a: [100, 0] }), stored, () => true)
    film.pass(60)
    expect(film.isRunning()).toBe(true)
  })

  it('CANVAS-4: rests when nothing moves', () => {
    const { film, show, drags } = stage()
    show({ a: [100, 0] })
    film.pass(150)
    expect(film.isRunning()).toBe(false)
    drags.stop()
    expect(drags.centres.get()).toBeUndefined()
  })
})
