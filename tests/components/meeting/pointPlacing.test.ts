import { describe, expect, it } from 'vitest'
import { findGrasped, findNextUnplaced } from '@/components/meeting/answers/pointPlacing'

describe('placing on a field', () => {
  it('ROUND-92: a press takes hold of the nearest dot within a finger’s reach, and of none farther off', () => {
    const points = { a: [0.5, 0.5], b: [0.54, 0.5], c: [0.9, 0.1] } as const
    const asTuples = Object.fromEntries(
      Object.entries(points).map(([name, [x, y]]) => [name, [x, y] as [number, number]]),
    )
    expect(findGrasped(asTuples, [0.53, 0.5], 320)).toBe('b')
    expect(findGrasped(asTuples, [0.51, 0.5], 320)).toBe('a')
    expect(findGrasped(asTuples, [0.7, 0.5], 320)).toBeUndefined()
    expect(findGrasped({}, [0.5, 0.5], 320)).toBeUndefined()
  })

  it('ROUND-92: after one the next without a place comes, around the end, until all have one', () => {
    const asked = ['a', 'b', 'c']
    expect(findNextUnplaced(asked, { a: [0, 0] }, 0)).toBe(1)
    expect(findNextUnplaced(asked, { a: [0, 0], b: [0, 0] }, 0)).toBe(2)
    expect(findNextUnplaced(asked, { b: [0, 0], c: [0, 0] }, 2)).toBe(0)
    expect(findNextUnplaced(asked, { a: [0, 0], b: [0, 0], c: [0, 0] }, 1)).toBe(1)
    expect(findNextUnplaced([''], { '': [0, 0] }, 0)).toBe(0)
  })
})
