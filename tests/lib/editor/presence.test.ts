import { afterEach, describe, expect, it, vi } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { ElementId } from '../../../lib/base/ids'
import { limits } from '../../../lib/base/limits'
import type { Self } from '../../../lib/editor/editor'
import { createPresence, fitPresence } from '../../../lib/editor/presence'
import { createManualClock } from '../../helpers/manualClock'

const opened: Y.Doc[] = []
afterEach(() => {
  for (const doc of opened.splice(0)) doc.destroy()
})
const newAwareness = (): Awareness => {
  const doc = new Y.Doc()
  opened.push(doc)
  return new Awareness(doc)
}
const self: Self = { id: 'me', name: 'Ana', colour: 1, role: 'contributor', mayEdit: true }

function channel() {
  const clock = createManualClock()
  const awareness = newAwareness()
  const presence = createPresence(awareness, clock, self)
  /** Another tab says something. */
  const hear = (tab: Awareness, state: Record<string, unknown> | null): void => {
    tab.setLocalState(state)
    applyAwarenessUpdate(awareness, encodeAwarenessUpdate(tab, [tab.clientID]), 'network')
  }
  return { clock, awareness, presence, hear }
}
const ben = { id: 'ben', name: 'Ben', colour: 2, role: 'viewer' }

describe('people', () => {
  it('PRES-1: are one per participant: the tab that moved last speaks', () => {
    const { presence, hear, clock } = channel()
    const [first, second] = [newAwareness(), newAwareness()]
    hear(first, { person: ben, cursor: [1, 1] })
    clock.advance(10)
    hear(second, { person: ben, cursor: [2, 2] })
    expect(presence.people.get().map((person) => person.presence.cursor)).toEqual([[2, 2]])
    clock.advance(10)
    hear(first, { person: ben, cursor: [3, 3] })
    clock.advance(10)
    // A sign of life is not a move.
    hear(second, { person: ben, cursor: [2, 2] })
    expect(presence.people.get().map((person) => person.presence.cursor)).toEqual([[3, 3]])
    hear(first, null)
    expect(presence.people.get().map((person) => person.presence.cursor)).toEqual([[2, 2]])
    hear(second, null)
    expect(presence.people.get()).toEqual([])
  })

  it('PEOPLE-41: who has left one tab for another is not away; who has left all is', () => {
    const { presence, hear, clock } = channel()
    const [first, second] = [newAwareness(), newAwareness()]
    const now = (): unknown => presence.people.get().map(({ away, presence: { cursor } }) => ({ away, cursor }))
    hear(first, { person: ben, cursor: [1, 1] })
    clock.advance(10)
    hear(second, { person: ben, cursor: [2, 2] })
    clock.advance(10)
    hear(first, { person: ben, cursor: [1, 1], away: true })
    expect(now()).toEqual([{ cursor: [2, 2] }])
    clock.advance(10)
    hear(second, { person: ben, cursor: [2, 2], away: true })
    expect(now()).toEqual([{ away: true, cursor: [2, 2] }])
  })

  it('PEOPLE-40: hands and muted cursors are as the server says, whatever a tab says of itself', () => {
    const { presence, hear } = channel()
    hear(newAwareness(), { person: { ...ben, hand: 1, muted: false }, hand: 2 })
    expect(presence.people.get()[0]).not.toHaveProperty('hand')
    presence.setParticipants([{ id: 'ben', name: 'Ben', colour: 2, role: 'viewer', hand: 7, muted: true }])
    expect(presence.people.get()).toMatchObject([{ hand: 7, muted: true }])
    presence.setParticipants([{ id: 'ben', name: 'Ben', colour: 2, role: 'viewer' }])
    expect(presence.people.get()[0]).not.toHaveProperty('hand')
  })

  it('PRES-11: who is here is as the server lists; what they point at is as their tabs say, while they do', () => {
    const { presence, hear } = channel()
    const row = { name: 'Ben', colour: 2, role: 'contributor' as const, here: true }
    const now = (): unknown =>
      presence.people.get().map(({ id, hand, away, presence: { cursor } }) => [id, hand, away, cursor])
    const tab = newAwareness()
    hear(tab, { person: ben, cursor: [1, 1] })
    expect(now()).toEqual([['ben', undefined, undefined, [1, 1]]])
    presence.setParticipants([
      { ...row, id: 'me' },
      { ...row, id: 'ben', hand: 5 },
      { ...row, id: 'kim', hand: 4 },
    ])
    expect(now()).toEqual([
      ['ben', 5, undefined, [1, 1]],
      ['kim', 4, true, undefined],
    ])
    // A locked phone says nothing for half a minute: its hand stays up.
    hear(tab, null)
    expect(now()).toEqual([
      ['ben', 5, true, undefined],
      ['kim', 4, true, undefined],
    ])
    presence.setParticipant({ ...row, id: 'kim', name: 'Kim', hand: 6 })
    hear(newAwareness(), { person: { ...ben, id: 'not-listed' } })
    expect(now()).toEqual([
      ['ben', 5, true, undefined],
      ['kim', 6, true, undefined],
    ])
    presence.setParticipants([{ ...row, id: 'ben', here: false }])
    expect(now()).toEqual([])
    // Of who is here without a server nothing is known.
    presence.setParticipants([{ ...row, id: 'ben' }])
    presence.lostServer()
    expect(now()).toEqual([['not-listed', undefined, undefined, undefined]])
  })

  it('PRES-1: own other tabs are not others', () => {
    const { presence, hear } = channel()
    hear(newAwareness(), { person: { ...ben, id: 'me' } })
    expect(presence.people.get()).toEqual([])
  })

  it('PRES-3: states that are not ours are ignored', () => {
    const { presence, hear } = channel()
    for (const state of [{}, { user: { name: 'x' } }, { person: 7 }, { person: { ...ben, name: 'x'.repeat(999) } }]) {
      hear(newAwareness(), state)
    }
    expect(presence.people.get()).toEqual([])
  })

  it.each([
    ['a cursor off the map', { cursor: [1e200, 0] }],
    ['no cursor', { cursor: 'here' }],
    ['a view off the map', { viewport: [0, -1e7, 10, 10] }],
    ['a view of no size', { viewport: [0, 0, 0, 10] }],
    ['a view without end', { viewport: [0, 0, 1e200, 10] }],
    ['a drag off the map', { drag: { b: [1e200, 0] } }],
    ['a drag to nowhere', { drag: { b: [null, 0] } }],
    ['a selection of numbers', { selection: { elements: [7], links: [] } }],
    ['a name of nothing', { naming: 7 }],
    ['a deletion of numbers', { deleted: [7] }],
    ['a what-if without a variable', { whatIf: { step: -1 } }],
  ])('PRES-9: %s costs that field alone', (_, field) => {
    const { presence, hear } = channel()
    hear(newAwareness(), { person: ben, cursor: [1, 2], viewport: [0, 0, 10, 10], ...field })
    const [bad] = Object.keys(field)
    const kept = { cursor: [1, 2], viewport: [0, 0, 10, 10], [bad ?? '']: undefined }
    expect(presence.people.get().map((person) => person.presence)).toEqual([{ person: ben, ...kept }])
  })

  it('PRES-10: what only those who may edit can do is not taken from others, whatever they call themselves', () => {
    const { presence, hear } = channel()
    const edits = { drag: { b: [1, 2] }, naming: 'b', deleted: ['c'] }
    presence.setParticipants([{ id: 'ben', name: 'Ben', colour: 2, role: 'viewer' }])
    const tab = newAwareness()
    hear(tab, { person: { ...ben, role: 'owner' }, cursor: [1, 2], ...edits })
    const [person] = presence.people.get()
    expect([person?.presence.cursor, person?.presence.drag, person?.presence.naming]).toEqual([
      [1, 2],
      undefined,
      undefined,
    ])
    expect(presence.findDeleter(['c' as ElementId])).toBeUndefined()
    presence.setParticipants([{ id: 'ben', name: 'Ben', colour: 2, role: 'contributor' }])
    expect(presence.people.get()[0]?.presence).toMatchObject(edits)
    expect(presence.findDeleter(['c' as ElementId])).toBe('Ben')
    hear(tab, null)
    presence.setParticipants([])
    expect(presence.findDeleter(['c' as ElementId])).toBe('Ben')
  })

  it('PRES-3: a tab whose state goes bad is gone', () => {
    const { presence, hear } = channel()
    const tab = newAwareness()
    hear(tab, { person: ben })
    hear(tab, { person: 'nobody' })
    expect(presence.people.get()).toEqual([])
  })

  it('PRES-4: the server knows names, colours and roles better', () => {
    const { presence, hear } = channel()
    hear(newAwareness(), { person: { ...ben, role: 'emperor' } })
    expect(presence.people.get()[0]).toMatchObject({ name: 'Ben', colour: 2, role: undefined })
    presence.setParticipants([{ id: 'ben', name: 'Benedict', colour: 5, role: 'facilitator' }])
    expect(presence.people.get()[0]).toMatchObject({ name: 'Benedict', colour: 5, role: 'facilitator' })
  })

  it('keep their identity while nothing about them changes', () => {
    const { presence, hear } = channel()
    const [first, second] = [newAwareness(), newAwareness()]
    hear(first, { person: ben })
    hear(second, { person: { ...ben, id: 'cleo' } })
    const before = presence.people.get()
    const row = { name: 'Ben', colour: 2, role: 'viewer' as const }
    presence.setParticipants(['ben', 'cleo'].map((id) => ({ ...row, id })))
    expect(presence.people.get()).toBe(before)
    hear(second, { person: { ...ben, id: 'cleo' }, cursor: [1, 2] })
    expect(presence.people.get()[0]).toBe(before[0])
    expect(presence.people.get()[1]).not.toBe(before[1])
  })
})

describe('what this tab tells', () => {
  it('PRES-2: is sent at most once per 50 ms, the newest last', () => {
    const { presence, awareness, clock } = channel()
    clock.advance(100)
    const sent = vi.fn<() => void>()
    awareness.on('update', sent)
    for (let x = 0; x < 10; x++) presence.present({ cursor: [x, 0] })
    expect(sent).toHaveBeenCalledTimes(1)
    clock.advance(49)
    expect(sent).toHaveBeenCalledTimes(1)
    clock.advance(1)
    expect(sent).toHaveBeenCalledTimes(2)
    expect(awareness.getLocalState()).toMatchObject({ cursor: [9, 0], person: { id: 'me', name: 'Ana' } })
    clock.advance(500)
    expect(sent).toHaveBeenCalledTimes(2)
  })

  it('merges parts, and takes back what is undefined', () => {
    const { presence, awareness, clock } = channel()
    presence.present({ cursor: [1, 1], naming: 'a' as never })
    presence.present({ drag: { b: [5.04, 6] } as never })
    presence.present({ naming: undefined })
    clock.advance(100)
    expect(awareness.getLocalState()).toEqual({
      person: { id: 'me', name: 'Ana', colour: 1, role: 'contributor' },
      cursor: [1, 1],
      drag: { b: [5, 6] },
    })
  })

  it('a visitor without a name tells nobody who they are', () => {
    const { presence, awareness, clock } = channel()
    presence.setSelf({ ...self, id: undefined })
    clock.advance(100)
    expect(awareness.getLocalState()).toEqual({})
  })

  it('PRES-5: fits the limit, whatever is selected and dragged', () => {
    const ids = Array.from(
      { length: 5_000 },
      (_, index) => `element-number-${index}-with-a-long-id-of-about-64-letters-xxxxxxx`,
    )
    const fitted = fitPresence({
      person: ben,
      cursor: [0.123456, 1],
      viewport: [0.55555, 1, 2, 3],
      selection: { elements: ids as never, links: ids as never },
      drag: Object.fromEntries(ids.map((id) => [id, [1.23456, 2]])) as never,
    })
    expect(JSON.stringify(fitted).length).toBeLessThan(limits.awarenessBytes)
    expect(fitted).toMatchObject({ cursor: [0.1, 1], viewport: [0.6, 1, 2, 3], person: ben })
    const few = fitPresence({ selection: { elements: ids.slice(0, 3) as never, links: [] }, drag: null, cursor: null })
    expect(few).toEqual({ selection: { elements: ids.slice(0, 3), links: [] }, drag: null, cursor: null })
  })

  it('stops when closed', () => {
    const { presence, awareness, clock, hear } = channel()
    presence.present({ cursor: [1, 1] })
    presence.close()
    clock.advance(100)
    expect(awareness.getLocalState()).not.toHaveProperty('cursor')
    hear(newAwareness(), { person: ben })
    expect(presence.people.get()).toEqual([])
  })
})
