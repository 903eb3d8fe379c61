import { describe, expect, it } from 'vitest'
import { arrangeImported, spreadCrowded } from '@/lib/layout/arrangeImported'
import type { WeftMap } from '@/lib/model/weftMap'
import { countOverlaps, mapOf, placesOf } from './arranging'

const labels = Array.from({ length: 25 }, (_, index) => `A rather long label ${index}`)
const grid = (step: number) =>
  Object.fromEntries(labels.map((_, index) => [`e${index}`, [(index % 5) * step, Math.floor(index / 5) * step]]))

describe('places made for small circles', () => {
  it('LAYOUT-9: are spread alike until labels are clear', () => {
    const map = arrangeImported(mapOf(labels, [], grid(60)), 'kumu')
    expect(countOverlaps(map)).toBe(0)
    const places = placesOf(map)
    const x = (id: string): number => places[id]?.[0] ?? 0
    const y = (id: string): number => places[id]?.[1] ?? 0
    expect(x('e0')).toBeLessThan(x('e4'))
    expect(y('e0')).toBeLessThan(y('e20'))
    expect(y('e2') - y('e0')).toBeLessThan(y('e7') - y('e2'))
  })

  it('LAYOUT-9: are left alone where labels are clear already', () => {
    const roomy = mapOf(labels, [], grid(400))
    expect(spreadCrowded(roomy)).toBe(roomy)
  })

  it('LAYOUT-9: a few overlaps are people’s own choice', () => {
    const few = mapOf(labels, [], { ...grid(400), e1: [20, 10] })
    expect(spreadCrowded(few)).toBe(few)
  })

  it('LAYOUT-10: places in a map that Weft wrote are never moved', () => {
    const crowded = mapOf(labels, [], grid(5))
    expect(arrangeImported(crowded, 'weft')).toBe(crowded)
  })

  it('LAYOUT-9: elements all at one point come apart', () => {
    const heap = Object.fromEntries(labels.map((_, index) => [`e${index}`, [7, 7]]))
    expect(countOverlaps(arrangeImported(mapOf(labels, [], heap), 'csv'))).toBe(0)
  })

  it('LAYOUT-9: frames grow apart with what they hold', () => {
    const map = mapOf(labels, [], { ...grid(60), f: [120, 120, 300, 300] })
    const framed = {
      ...map,
      elements: { ...map.elements, f: { kind: 'frame', label: '', description: '' } },
    } as WeftMap
    const [x = 0, y = 0] = placesOf(spreadCrowded(framed))['f'] ?? []
    expect(x).toBeGreaterThan(120)
    expect(y).toBeGreaterThan(120)
  })
})
