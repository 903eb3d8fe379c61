import { describe, expect, it } from 'vitest'
import { deletePractice } from '../../../lib/commands/deletePractice'
import { savePractice } from '../../../lib/commands/savePractice'
import { listPractices } from '../../../lib/model/practice/practices'
import { applied, patchOf, problemOf, testView } from '../../helpers/testMap'

const made = (
  kind: 'result' | 'check-in' | 'coalition' | 'experiment',
  fields: Record<string, never> | object,
  id = 'p',
) => applied(testView(), patchOf(testView(), savePractice, { kind, id, fields: fields as never }))

describe('savePractice', () => {
  it('PRACTICE-5: makes a record with its time, and changes one field by field', () => {
    const first = made('result', { name: ' Fewer nights outside ', unit: 'nights', measures: ['a'] })
    const fields = { unit: null, aim: 'fall', 'reading:r1': { value: 12, on: '2026-10-01', by: 'Ana' } }
    const second = applied(first, patchOf(first, savePractice, { kind: 'result', id: 'p', fields }))
    const [result] = listPractices(second, 'result')
    expect(result).toMatchObject({ name: 'Fewer nights outside', aim: 'fall', measures: ['a'], at: 1_700_000_000_000 })
    expect(result).not.toHaveProperty('unit')
    expect([...(result?.readings ?? [])]).toEqual([['r1', { value: 12, on: '2026-10-01', by: 'Ana' }]])
  })

  it('PRACTICE-5: changing an entry that somebody took away meanwhile is refused, and brings nothing back', () => {
    const view = made('coalition', { name: 'Nights', 'member:a': { state: 'in' } })
    const change = {
      kind: 'coalition',
      id: 'p',
      expects: ['member:a'],
      fields: { 'member:a': { state: 'asked' } },
    } as const
    expect(patchOf(view, savePractice, change).changes).toHaveLength(1)
    const without = applied(
      view,
      patchOf(view, savePractice, { kind: 'coalition', id: 'p', fields: { 'member:a': null } }),
    )
    expect(problemOf(without, savePractice, change).code).toBe('not-found')
    expect(problemOf(testView(), savePractice, change).code).toBe('not-found')
  })

  it('PRACTICE-5: what is gone is put back as it was last seen, with the changes, and only if that is asked for', () => {
    const lastSeen = {
      kind: 'result',
      name: 'Nights',
      at: 5,
      later: { x: 1 },
      'reading:a': { value: 1, on: '2026-01-01' },
    }
    const change = { kind: 'result', id: 'p', expects: ['name'], fields: { unit: 'nights', where: null } } as const
    expect(problemOf(testView(), savePractice, change).code).toBe('not-found')
    const back = applied(testView(), patchOf(testView(), savePractice, { ...change, lastSeen }))
    expect(back.practices.get('p')).toEqual({ ...lastSeen, unit: 'nights' })
    // One that is there counts as it is now.
    const now = made('result', { name: 'Nights outside' })
    const changed = applied(now, patchOf(now, savePractice, { ...change, lastSeen }))
    expect(changed.practices.get('p')).toMatchObject({ name: 'Nights outside', unit: 'nights' })
  })

  it('PRACTICE-5: an entry of a table is taken away alone', () => {
    const view = made('coalition', { name: 'Nights', 'member:a': { state: 'in' }, 'member:b': { state: 'asked' } })
    const now = applied(view, patchOf(view, savePractice, { kind: 'coalition', id: 'p', fields: { 'member:a': null } }))
    expect([...(listPractices(now, 'coalition')[0]?.members.keys() ?? [])]).toEqual(['b'])
  })

  it.each([
    ['result', {}, 'fields'],
    ['result', { name: '  ' }, 'name'],
    ['result', { name: 'x', 'reading:r': { value: 'many', on: '2026-10-01' } }, 'reading:r'],
    ['result', { name: 'x', 'reading:r': { value: 1, on: '2026-02-30' } }, 'reading:r'],
    ['result', { name: 'x', 'reading:no id': { value: 1, on: '2026-02-01' } }, 'reading:no id'],
    ['check-in', { about: 'a' }, 'fields'],
    ['check-in', { about: 'a', state: 'fine' }, 'state'],
    ['check-in', { about: 'a', state: 'steady', kind: 'result' }, 'kind'],
    ['experiment', { name: 'x', 'mark:a': 'sideways' }, 'mark:a'],
    ['coalition', { name: 'x', nobody: 'knows' }, 'nobody'],
  ] as const)('PRACTICE-6: refuses %s with %j', (kind, fields, subject) => {
    expect(problemOf(testView(), savePractice, { kind, fields })).toEqual({ code: 'bad-input', subject })
  })

  it('PRACTICE-6: changes to a record that is gone are refused as that, and make none', () => {
    const change = { kind: 'experiment', id: 'gone', fields: { learned: 'Many came.' } } as const
    expect(problemOf(testView(), savePractice, change).code).toBe('not-found')
    const named = { kind: 'experiment', id: 'gone', expects: ['name'], fields: { name: 'Talks' } } as const
    expect(problemOf(testView(), savePractice, named).code).toBe('not-found')
  })

  it('PRACTICE-6: refuses another kind, a field that must be there taken away, and what changes nothing', () => {
    const view = made('check-in', { about: 'a', state: 'steady' })
    const why = (input: Parameters<typeof savePractice>[1]) => problemOf(view, savePractice, input)
    expect(why({ kind: 'result', id: 'p', fields: { name: 'x' } }).subject).toBe('kind')
    expect(why({ kind: 'check-in', id: 'p', fields: { state: null } }).subject).toBe('fields')
    expect(why({ kind: 'check-in', id: 'p', fields: { state: 'steady' } }).code).toBe('nothing-to-do')
  })

  it('names the step by the record, or by the element that it speaks of', () => {
    const view = made('check-in', { about: 'a', state: 'steady' })
    expect(patchOf(view, savePractice, { kind: 'result', fields: { name: 'Nights' } }).label.name).toBe('Nights')
    expect(patchOf(view, deletePractice, { id: 'p' }).label).toEqual({ step: 'deleted-practice', count: 1, name: 'A' })
    expect(applied(view, patchOf(view, deletePractice, { id: 'p' })).practices.size).toBe(0)
  })

  it('PRACTICE-2: a bad field of a stored record costs that field, a bad entry that entry', () => {
    const view = testView({
      elements: {},
      practices: {
        b: {
          kind: 'result',
          name: 'B',
          at: 2,
          unit: 5,
          'reading:x': { value: 1 },
          'reading:y': { value: 1, on: '2026-01-01' },
        },
        a: { kind: 'result', name: 'A', at: 2 },
        c: { kind: 'result', name: 'C', at: 1 },
        d: { kind: 'result' },
      },
    })
    const list = listPractices(view, 'result')
    expect(list.map(({ id }) => id)).toEqual(['c', 'a', 'b'])
    expect(list[2]).not.toHaveProperty('unit')
    expect([...(list[2]?.readings.keys() ?? [])]).toEqual(['y'])
  })
})
