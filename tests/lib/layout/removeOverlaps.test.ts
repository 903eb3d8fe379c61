import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ElementId } from '@/lib/base/ids'
import { clearance, visitOverlaps, type Box } from '@/lib/layout/box'
import { removeOverlaps } from '@/lib/layout/removeOverlaps'

const box = fc.record({
  width: fc.integer({ min: 10, max: 400 }),
  height: fc.integer({ min: 10, max: 120 }),
  x: fc.integer({ min: -300, max: 300 }),
  y: fc.integer({ min: -300, max: 300 }),
})

function countOverlaps(boxes: readonly Box[]): number {
  let count = 0
  visitOverlaps(boxes, clearance, () => (count += 1))
  return count
}

function withIds(boxes: readonly Omit<Box, 'id'>[]): Box[] {
  return boxes.map((each, index) => ({ ...each, id: `e${index}` as ElementId }))
}

describe('removing overlaps', () => {
  it('LAYOUT-1: leaves every box its room, wherever it began', () => {
    fc.assert(
      fc.property(fc.array(box, { maxLength: 60 }), (raw) => {
        const boxes = withIds(raw)
        removeOverlaps(boxes)
        expect(countOverlaps(boxes)).toBe(0)
        expect(boxes.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  it('LAYOUT-1: moves nothing that has its room', () => {
    const boxes = withIds([
      { width: 50, height: 20, x: 0, y: 0 },
      { width: 50, height: 20, x: 300, y: 0 },
    ])
    removeOverlaps(boxes)
    expect(boxes.map(({ x, y }) => [x, y])).toEqual([
      [0, 0],
      [300, 0],
    ])
  })

  it('LAYOUT-6: stands very many boxes in rows that keep the rough order', () => {
    const boxes = withIds(
      Array.from({ length: 2_000 }, (_, i) => ({ width: 120, height: 34, x: i % 50, y: Math.floor(i / 50) })),
    )
    removeOverlaps(boxes)
    expect(countOverlaps(boxes)).toBe(0)
    const ys = boxes.map((each) => each.y)
    expect(ys[0]).toBeLessThan(ys[1_999] ?? 0)
  })
})
