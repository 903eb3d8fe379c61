import { describe, expect, it } from 'vitest'
import { groupByDay, hearVersion } from '../../../../components/panels/versions/keptVersions'
import type { Version } from '../../../../lib/protocol/version'

const version = (id: string, seq: number, change: Partial<Version> = {}): Version => ({
  ...{ id, seq, at: seq * 1_000, why: 'activity', people: [] },
  ...change,
})
const ids = (versions: readonly Version[]): readonly string[] => versions.map(({ id }) => id)

describe('the list of versions', () => {
  const list = [version('c', 30), version('b', 20), version('a', 10)]

  it('VERSION-30: a new one stands where it belongs, of one position first; one that is known changes where it is', () => {
    const hear = (one: Version): readonly Version[] => hearVersion(list, { kind: 'version', version: one })
    expect(ids(hear(version('new', 40)))).toEqual(['new', 'c', 'b', 'a'])
    expect(ids(hear(version('new', 20)))).toEqual(['c', 'new', 'b', 'a'])
    expect(ids(hear(version('new', 5)))).toEqual(['c', 'b', 'a', 'new'])
    const named = hear(version('b', 20, { name: 'Before the vote' }))
    expect(ids(named)).toEqual(['c', 'b', 'a'])
    expect(named[1]?.name).toBe('Before the vote')
  })

  it('VERSION-30: one that is deleted goes; what is not about versions, or not understood, changes nothing', () => {
    expect(ids(hearVersion(list, { kind: 'version-removed', version: 'b' }))).toEqual(['c', 'a'])
    expect(hearVersion(list, { kind: 'version-removed', version: 'z' })).toBe(list)
    expect(hearVersion(list, { kind: 'round-removed', round: 'b' })).toBe(list)
    expect(hearVersion(list, { kind: 'version', version: { id: 'x' } })).toBe(list)
    // A reason of a newer server is a moment like any other.
    const told = hearVersion(list, { kind: 'version', version: { ...version('x', 50), why: 'full-moon' } })
    expect(told[0]).toMatchObject({ id: 'x', why: 'activity' })
  })

  it('VERSION-31: days in the order of the list, in the time zone of whoever reads', () => {
    const at = (day: number, hour: number): number => new Date(2026, 0, day, hour).getTime()
    const days = groupByDay([
      version('d', 4, { at: at(3, 0) }),
      version('c', 3, { at: at(2, 23) }),
      version('b', 2, { at: at(2, 0) }),
      version('a', 1, { at: at(1, 12) }),
    ])
    expect(days.map(({ day, versions }) => [day, ids(versions)])).toEqual([
      [at(3, 0), ['d']],
      [at(2, 0), ['c', 'b']],
      [at(1, 0), ['a']],
    ])
  })
})
