import { describe, expect, it } from 'vitest'
import type { ElementId } from '../../../lib/base/ids'
import { placeCards } from '../../../lib/look/cardPlaces'
import type { MapElement } from '../../../lib/model/element'
import type { Position } from '../../../lib/model/position'

const cardsOf = (count: number) => {
  const wanted = new Map<ElementId, Position>()
  const elements = new Map<ElementId, MapElement>()
  for (let index = 0; index < count; index += 1) {
    const id = `card-${String(index)}` as ElementId
    wanted.set(id, { x: 400 + (index % 3) * 20, y: 300 + index * 7 })
    elements.set(id, { id, kind: 'stakeholder', label: `Sector ${String(index)} · 4`, description: '' })
  }
  return { wanted, elements }
}

describe('where cards of groups stand', () => {
  it('LOOK-9: where nothing else stands they go around, clear of each other, and no third is between two', () => {
    for (let count = 3; count <= 24; count += 1) {
      const { wanted, elements } = cardsOf(count)
      const places = [...placeCards(wanted, elements, new Map()).values()]
      expect(places).toHaveLength(count)
      for (const [index, one] of places.entries()) {
        for (const other of places.slice(index + 1)) {
          const apart = Math.abs(one.x - other.x) >= 160 || Math.abs(one.y - other.y) >= 44
          expect(apart, `${String(count)} cards`).toBe(true)
          if (count > 8) continue
          for (const third of places) {
            if (third === one || third === other) continue
            expect(distance(third, one, other), `${String(count)} cards`).toBeGreaterThan(20)
          }
        }
      }
    }
  })

  it('LOOK-9: who stands alone stays, and the cards stand near their members', () => {
    const { wanted, elements } = cardsOf(3)
    const alone = 'alone' as ElementId
    elements.set(alone, { id: alone, kind: 'stakeholder', label: 'Rent office', description: '' })
    const places = placeCards(wanted, elements, new Map([[alone, { x: 400, y: 300 }]]))
    expect(places.has(alone)).toBe(false)
    for (const { x, y } of places.values()) expect(Math.hypot(x - 400, y - 300)).toBeLessThan(500)
  })

  it.each([1, 4, 40])(
    'LOOK-9: %i variables keep their place, and the cards of people go around beside them',
    (count) => {
      const { wanted, elements } = cardsOf(7)
      const variables = Array.from({ length: count }, (_, index) => ({
        id: `variable-${String(index)}` as ElementId,
        at: { x: 400 + (index % 8) * 150, y: 300 + Math.floor(index / 8) * 120 },
      }))
      for (const { id } of variables) elements.set(id, { id, kind: 'variable', label: 'Rent', description: '' })
      const found = placeCards(wanted, elements, new Map(variables.map(({ id, at }) => [id, at])))
      expect([...found.keys()].toSorted()).toEqual([...wanted.keys()].toSorted())
      const places = [...found.values()]
      for (const [index, one] of places.entries()) {
        for (const other of places.slice(index + 1)) {
          for (const third of [...places, ...variables.map(({ at }) => at)]) {
            if (third !== one && third !== other) expect(distance(third, one, other)).toBeGreaterThan(20)
          }
        }
        // Not further than it takes to stand beside them.
        expect(Math.hypot(one.x - 400, one.y - 300)).toBeLessThan(1_500)
      }
    },
  )
})

/** From a point to the line between two others. */
function distance({ x, y }: Position, from: Position, to: Position): number {
  const [across, down] = [to.x - from.x, to.y - from.y]
  const share = Math.min(1, Math.max(0, ((x - from.x) * across + (y - from.y) * down) / (across ** 2 + down ** 2)))
  return Math.hypot(x - from.x - share * across, y - from.y - share * down)
}
