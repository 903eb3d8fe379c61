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
    elements.set(alone, { id: alone, kind: 'variable', label: 'Rent', description: '' })
    const places = placeCards(wanted, elements, new Map([[alone, { x: 400, y: 300 }]]))
    expect(places.has(alone)).toBe(false)
    for (const { x, y } of places.values()) expect(Math.hypot(x - 400, y - 300)).toBeLessThan(500)
  })
})

/** From a point to the line between two others. */
function distance({ x, y }: Position, from: Position, to: Position): number {
  const [across, down] = [to.x - from.x, to.y - from.y]
  const share = Math.min(1, Math.max(0, ((x - from.x) * across + (y - from.y) * down) / (across ** 2 + down ** 2)))
  return Math.hypot(x - from.x - share * across, y - from.y - share * down)
}
