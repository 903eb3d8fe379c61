import { describe, expect, it } from 'vitest'
import type { MapId } from '../../../lib/base/ids'
import { findLargeChange } from '../../../server/history/largeChange'
import { chooseThinned } from '../../../server/history/thinning'
import type { StoredVersion } from '../../../server/store/versionStore'

const hour = 3_600_000
const day = 24 * hour
/** Midnight, UTC. */
const now = 20_000 * day

const version = (id: string, age: number, name?: string): StoredVersion => ({
  ...{ id, map: 'm' as MapId, seq: 1, at: now - age, why: 'activity', name, by: undefined, people: [] },
})

describe('thinning versions', () => {
  it('VERSION-8: all of a day, of thirty days the last of each hour, before that of each day; named ones stay', () => {
    const versions = [
      version('a', 10),
      version('b', 20),
      version('c', day - 1),
      version('d', day + 10),
      version('e', day + hour - 1),
      version('named', day + hour - 1, 'Before the vote'),
      version('f', day + hour + 1),
      version('g', 30 * day + 5),
      version('h', 30 * day + 6 * hour),
      version('i', 31 * day + 1),
    ]
    expect(chooseThinned(versions, now, 300)).toEqual(['e', 'h'])
  })

  it('VERSION-8: never more than so many; the oldest go, and named ones do not count', () => {
    const versions = Array.from({ length: 8 }, (_, index) =>
      version(`v${index}`, index, index === 7 ? 'Kept' : undefined),
    )
    expect(chooseThinned(versions, now, 5)).toEqual(['v5', 'v6'])
  })
})

describe('large changes', () => {
  it.each([
    [{ removed: 3, before: 3 }, 'before-clear'],
    [{ removed: 2, before: 2 }, undefined],
    [{ removed: 3, before: 4 }, undefined],
    [{ removed: 5, before: 25 }, 'before-clear'],
    [{ removed: 5, before: 26 }, undefined],
    [{ removed: 25, before: 5_000 }, 'before-clear'],
    [{ added: 10, before: 0 }, 'before-import'],
    [{ added: 9, before: 0 }, undefined],
    [{ moved: 10, before: 20 }, 'before-arrange'],
    [{ moved: 10, before: 21 }, undefined],
    [{ added: 40, removed: 30, moved: 20, before: 40 }, 'before-clear'],
  ])('VERSION-4: %o is %s', (scale, why) => {
    expect(findLargeChange({ added: 0, removed: 0, moved: 0, ...scale })).toBe(why)
  })
})
