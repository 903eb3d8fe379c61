import { describe, expect, it } from 'vitest'
import { createCursorWatch, crowd, namedTime, shownCursors } from '../../../components/canvas/quietCursors'
import type { Person } from '../../../components/hooks/editor'
import type { Role } from '../../../lib/protocol/role'

const person = (id: string, cursor: [number, number] | null = [10, 10], role: Role = 'contributor'): Person => ({
  id,
  name: id,
  colour: 1,
  role,
  presence: { cursor },
})
const people = (count: number): readonly Person[] => Array.from({ length: count }, (_, index) => person(`p${index}`))
const visible = { x: 0, y: 0, width: 1000, height: 600 }
const ids = (shown: readonly Person[]): readonly string[] => shown.map(({ id }) => id)

describe('cursors of a crowd', () => {
  it('PRES-7: up to 25 people everyone’s cursor is shown, however still', () => {
    const others = people(crowd - 1)
    expect(shownCursors(others, { following: undefined, visible, moved: new Map(), now: 1e6 })).toEqual(others)
  })

  it('PRES-7: with more, only of those who have just moved, and of the followed person', () => {
    const watch = createCursorWatch()
    const before = people(crowd)
    watch(before, 0)
    const after = before.map((one) => (one.id === 'p3' ? person('p3', [500, 300]) : one))
    const now = namedTime + 1
    const moved = watch(after, now)
    expect(ids(shownCursors(after, { following: undefined, visible, moved, now }))).toEqual(['p3'])
    expect(ids(shownCursors(after, { following: 'p7', visible, moved, now }))).toEqual(['p7', 'p3'])
    expect(ids(shownCursors(after, { following: undefined, visible, moved, now: now + namedTime }))).toEqual([])
  })

  it('PRES-7: never more than twenty, who leads first; nobody’s outside the view', () => {
    const watch = createCursorWatch()
    const others = [...people(60), person('far', [9000, 0]), person('off', null), person('lead', [5, 5], 'facilitator')]
    const moved = watch(others, 0)
    const shown = ids(shownCursors(others, { following: undefined, visible, moved, now: 100 }))
    expect(shown).toHaveLength(20)
    expect(shown[0]).toBe('lead')
    expect(shown).not.toContain('far')
    expect(shown).not.toContain('off')
  })
})
