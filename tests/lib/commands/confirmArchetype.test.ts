import { describe, expect, it } from 'vitest'
import { confirmArchetype } from '../../../lib/commands/confirmArchetype'
import { mergeMap } from '../../../lib/commands/mergeMap'
import { nameLoop } from '../../../lib/commands/nameLoop'
import { readLoopKey, toFigureKey } from '../../../lib/model/loopKey'
import { fromWeftMap, toWeftMap } from '../../../lib/model/mapFile'
import type { LoopNote } from '../../../lib/model/loopNote'
import { after, links, patchOf, problemOf, testView } from '../../helpers/testMap'

const view = testView({
  elements: { a: {}, b: {}, c: {} },
  links: {
    ab: { from: 'a', to: 'b', polarity: '+' },
    ba: { from: 'b', to: 'a', polarity: '-' },
    bc: { from: 'b', to: 'c', polarity: '+' },
    ca: { from: 'c', to: 'a', polarity: '+' },
  },
})
const key = toFigureKey(links('ca', 'ab', 'ba', 'bc', 'ab'))
const confirmed = after(view, confirmArchetype, { key, archetype: 'fixes-that-fail' })

describe('confirming an archetype', () => {
  it('ARCH-11: keeps it with the map, and takes it back without a trace', () => {
    expect(confirmed.loops.get(key)).toEqual({ archetype: 'fixes-that-fail' })
    expect(after(confirmed, confirmArchetype, { key, archetype: null }).loops.size).toBe(0)
  })

  it('ARCH-11: what people wrote of it stays when it is taken back', () => {
    const told = after(confirmed, nameLoop, { key, note: 'Seen every winter' })
    expect(told.loops.get(key)).toEqual({ archetype: 'fixes-that-fail', note: 'Seen every winter' })
    expect(after(told, confirmArchetype, { key, archetype: null }).loops.get(key)).toEqual({
      note: 'Seen every winter',
    })
    expect(after(told, nameLoop, { key, note: '' }).loops.get(key)).toEqual({ archetype: 'fixes-that-fail' })
  })

  it('ARCH-11: whatever else the record says stays when it is taken back', () => {
    const rest: LoopNote = { pinned: true, at: [3, 4], mood: { of: 'many' } }
    const said = fromWeftMap({ ...toWeftMap(view), loops: { [key]: { ...rest, archetype: 'escalation' } } })
    expect(after(said, confirmArchetype, { key, archetype: null }).loops.get(key)).toEqual(rest)
    const numbered = fromWeftMap({ ...toWeftMap(view), loops: { [key]: { archetype: 'escalation', number: 2 } } })
    expect(after(numbered, confirmArchetype, { key, archetype: null }).loops.size).toBe(0)
  })

  it('ARCH-11: comes along when the map is added to another, with the new names of its links', () => {
    const both = after(view, mergeMap, { map: toWeftMap(confirmed), offset: { x: 900, y: 0 } })
    const [[moved, note] = []] = [...both.loops]
    expect(note).toEqual({ archetype: 'fixes-that-fail' })
    expect(readLoopKey(moved ?? '')).toHaveLength(4)
    expect(readLoopKey(moved ?? '').every((id) => both.links.has(id) && !view.links.has(id))).toBe(true)
  })

  it('CMD-4, CMD-7: refuses links that are not there, words nobody knows and what changes nothing', () => {
    expect(problemOf(view, confirmArchetype, { key: 'ab.gone', archetype: 'escalation' }).code).toBe('not-found')
    expect(problemOf(view, confirmArchetype, { key, archetype: 'vicious' }).code).toBe('bad-input')
    expect(problemOf(view, confirmArchetype, { key, archetype: null }).code).toBe('nothing-to-do')
    expect(problemOf(confirmed, confirmArchetype, { key, archetype: 'fixes-that-fail' }).code).toBe('nothing-to-do')
    expect(patchOf(confirmed, confirmArchetype, { key, archetype: 'escalation' }).changes).toHaveLength(1)
  })
})
