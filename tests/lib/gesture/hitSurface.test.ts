import { describe, expect, it } from 'vitest'
import type { Point } from '../../../lib/geometry/rect'
import { nothingMarked, type Marked } from '../../../lib/gesture/gestureEffect'
import type { Hit } from '../../../lib/gesture/hit'
import {
  dotsAround,
  hitSurface,
  isNearDots,
  linkGrips,
  onlyElement,
  resizeGrips,
  type HitOptions,
} from '../../../lib/gesture/hitSurface'
import { element, link, marking } from './board'
import { sampleScene } from './sampleScene'

const shapeOf = (id: string) => {
  const shape = sampleScene.elements.get(element(id))
  if (shape === undefined) throw new Error(`No ${id}`)
  return shape
}
const lineOf = (id: string) => {
  const shape = sampleScene.links.get(link(id))
  if (shape === undefined) throw new Error(`No ${id}`)
  return shape
}
const linkMarked: Marked = { elements: [], links: [link('wt')] }

function hit(point: Point, options: Partial<HitOptions> = {}): Hit {
  return hitSurface(sampleScene, point, {
    zoom: 1,
    pointer: 'mouse',
    marked: nothingMarked,
    dotsOf: undefined,
    mayEdit: true,
    ...options,
  })
}

describe('hitSurface', () => {
  it('GEST-2: finds elements, links and nothing', () => {
    expect(hit({ x: 0, y: 0 })).toEqual({ kind: 'element', id: 'workload', zone: 'body' })
    expect(hit(lineOf('wt').mid)).toEqual({ kind: 'link', id: 'wt' })
    expect(hit({ x: -900, y: -900 })).toEqual({ kind: 'empty' })
  })

  it('GEST-2: a link is hit within 7 px on the screen, at any zoom, and within 16 px by a finger', () => {
    const { x, y } = lineOf('wt').mid
    expect(hit({ x, y: y - 6 }).kind).toBe('link')
    expect(hit({ x, y: y - 14 }).kind).toBe('empty')
    expect(hit({ x, y: y - 14 }, { zoom: 0.4 }).kind).toBe('link')
    expect(hit({ x, y: y - 14 }, { pointer: 'touch' }).kind).toBe('link')
  })

  it('GEST-7: the rim pulls a link, wider while the dots show', () => {
    const { rect } = shapeOf('workload')
    const dotsOf = element('workload')
    expect(hit({ x: rect.x + 1, y: 0 })).toMatchObject({ zone: 'border' })
    expect(hit({ x: 20, y: rect.y - 4 })).toMatchObject({ zone: 'border' })
    expect(hit({ x: rect.x + 4, y: 0 })).toMatchObject({ zone: 'body' })
    expect(hit({ x: rect.x + 4, y: 0 }, { dotsOf })).toMatchObject({ zone: 'border' })
    expect(hit({ x: 20, y: rect.y - 7 })).toEqual({ kind: 'empty' })
    expect(hit({ x: 20, y: rect.y - 7 }, { dotsOf })).toMatchObject({ zone: 'border' })
    expect(hit({ x: 0, y: 0 }, { dotsOf })).toMatchObject({ zone: 'body' })
    expect(hit({ x: 20, y: rect.y - 4 }, { mayEdit: false })).toEqual({ kind: 'empty' })
  })

  it('GEST-7: a finger has no rim, since it would never get hold of the middle', () => {
    const { rect } = shapeOf('workload')
    expect(hit({ x: rect.x + 1, y: 0 }, { dotsOf: element('workload'), pointer: 'touch' })).toMatchObject({
      zone: 'body',
    })
  })

  it.each(['top', 'right', 'bottom', 'left'] as const)('GEST-7: the %s dot is a 24 px target', (side) => {
    const dot = dotsAround(shapeOf('workload').rect, 1)[side]
    const away = { top: [0, -11], right: [11, 0], bottom: [0, 11], left: [-11, 0] }[side] as [number, number]
    const point = { x: dot.x + away[0], y: dot.y + away[1] }
    expect(hit(point, { dotsOf: element('workload') })).toEqual({ kind: 'dot', id: 'workload', side })
  })

  it('GEST-7: frames have no dots', () => {
    const { rect } = shapeOf('homes')
    expect(hit(dotsAround(rect, 1).top, { dotsOf: element('homes') })).toMatchObject({ kind: 'element', zone: 'body' })
  })

  it('GEST-9: a selected link has grips at its ends and in its middle, 44 px for fingers', () => {
    const grips = linkGrips(lineOf('wt'))
    expect(hit(grips.from, { marked: linkMarked })).toEqual({ kind: 'end-grip', link: 'wt', end: 'from' })
    expect(hit(grips.to, { marked: linkMarked })).toEqual({ kind: 'end-grip', link: 'wt', end: 'to' })
    expect(hit(grips.mid, { marked: linkMarked })).toEqual({ kind: 'bend-grip', link: 'wt' })
    const beside = { x: grips.mid.x, y: grips.mid.y - 20 }
    expect(hit(beside, { marked: linkMarked }).kind).toBe('empty')
    expect(hit(beside, { marked: linkMarked, pointer: 'touch' }).kind).toBe('bend-grip')
  })

  it('GEST-9: a grip says on which element it lies, and there is none while links are made by taps', () => {
    const grips = linkGrips(lineOf('wt'))
    const { rect } = shapeOf('workload')
    const inside = { x: Math.min(grips.from.x, rect.x + rect.width - 4), y: 0 }
    const options = { marked: linkMarked, pointer: 'touch' } as const
    expect(hit(inside, options)).toEqual({ kind: 'end-grip', link: 'wt', end: 'from', over: 'workload' })
    expect(hit(inside, { ...options, isLinking: true })).toMatchObject({ kind: 'element', id: 'workload' })
    expect(hit(grips.mid, { ...options, isLinking: true })).toEqual({ kind: 'link', id: 'wt' })
  })

  it('GEST-10: frames resize at all edges, notes at their corners, locked ones nowhere', () => {
    const frame = resizeGrips(shapeOf('homes').rect)
    expect(hit(frame.se, { marked: marking('homes') })).toEqual({ kind: 'resize-grip', id: 'homes', edge: 'se' })
    expect(hit(frame.w, { marked: marking('homes') })).toMatchObject({ edge: 'w' })
    const note = resizeGrips(shapeOf('note').rect)
    expect(hit(note.ne, { marked: marking('note') })).toMatchObject({ edge: 'ne' })
    expect(hit(note.e, { marked: marking('note') })).toMatchObject({ kind: 'element' })
    expect(hit(frame.se, { marked: marking('homes', 'note') }).kind).not.toBe('resize-grip')
  })

  it('GEST-6: the middle of a frame lets through to what lies in it', () => {
    expect(hit({ x: 900, y: 60 })).toMatchObject({ id: 'repairs', zone: 'body' })
    expect(hit({ x: 800, y: -100 })).toEqual({ kind: 'element', id: 'homes', zone: 'inside' })
    expect(hit({ x: 760, y: -160 })).toMatchObject({ id: 'homes', zone: 'body' })
  })

  it('GEST-14: who may not edit hits no grips, dots or rims', () => {
    expect(hit(linkGrips(lineOf('wt')).mid, { marked: linkMarked, mayEdit: false }).kind).toBe('link')
    const dot = dotsAround(shapeOf('workload').rect, 1).top
    expect(hit(dot, { dotsOf: element('workload'), mayEdit: false }).kind).toBe('empty')
  })

  it('GEST-7: dots stay while the pointer is on its way to them', () => {
    const { rect } = shapeOf('workload')
    expect(isNearDots(shapeOf('workload'), { x: rect.x - 20, y: 0 }, 1)).toBe(true)
    expect(isNearDots(shapeOf('workload'), { x: rect.x - 40, y: 0 }, 1)).toBe(false)
  })

  it('GEST-7: only what is selected alone has dots', () => {
    expect(onlyElement(marking('workload'))).toBe('workload')
    expect(onlyElement(marking('workload', 'turnover'))).toBeUndefined()
    expect(onlyElement({ elements: [element('workload')], links: [link('wt')] })).toBeUndefined()
  })
})
