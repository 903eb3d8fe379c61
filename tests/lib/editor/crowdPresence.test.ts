import { describe, expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Self } from '../../../lib/editor/editor'
import { createPresence, type ListedParticipant, type PresenceChannel } from '../../../lib/editor/presence'
import { createManualClock, type ManualClock } from '../../helpers/manualClock'
import { element } from '../../helpers/testMap'

interface Tab {
  readonly awareness: Awareness
  readonly clock: ManualClock
  readonly presence: PresenceChannel
  /** States sent in the ten seconds in which the cursor moves with every frame. */
  sent(more?: (at: number) => object): number
}

function open(others: number, role: Self['role'] = 'contributor'): Tab {
  const clock = createManualClock()
  const awareness = new Awareness(new Y.Doc())
  const self: Self = { id: 'me', name: 'Me', colour: 0, role, mayEdit: true }
  const presence = createPresence(awareness, clock, self)
  const participants = Array.from({ length: others }, (_, index): ListedParticipant => {
    return { id: `p${index}`, name: `P ${index}`, colour: 1, role: 'contributor', here: true }
  })
  presence.setParticipants(participants)
  clock.advance(1_000)
  let sent = 0
  awareness.on('update', () => {
    sent += 1
  })
  return {
    awareness,
    clock,
    presence,
    sent(more = () => ({})) {
      sent = 0
      for (let at = 0; at < 600; at += 1) {
        presence.present({ cursor: [at, at], ...more(at) })
        clock.advance(1_000 / 60)
      }
      return sent
    },
  }
}

describe('what a tab tells in a crowd', () => {
  it('PEOPLE-82: the more are there, the less often where the cursor is', () => {
    const counts = [10, 60, 150].map((others) => open(others).sent())
    expect(counts[0]).toBeGreaterThan(140)
    expect(counts[1]).toBeLessThanOrEqual(51)
    expect(counts[1]).toBeGreaterThan(40)
    expect(counts[2]).toBeLessThanOrEqual(26)
    expect(counts[2]).toBeGreaterThan(20)
  })

  it('PEOPLE-82: who runs the meeting, and whoever drags, tells as often as ever, from the first step on', () => {
    expect(open(150, 'facilitator').sent()).toBeGreaterThan(140)
    const tab = open(150)
    expect(tab.sent((at) => ({ drag: { [element('a')]: [at, at] } }))).toBeGreaterThan(140)
    const other = open(150)
    other.presence.present({ cursor: [1, 1] })
    other.clock.advance(10)
    other.presence.present({ drag: { [element('a')]: [5, 5] } })
    expect(other.awareness.getLocalState()).toMatchObject({ drag: { a: [5, 5] } })
    other.presence.present({ drag: null })
    expect(other.awareness.getLocalState()).toMatchObject({ drag: null })
  })

  it('PEOPLE-82: who has said nothing new stays the same object, whoever else has', () => {
    const { awareness, presence } = open(150)
    const before = presence.people.get()
    awareness.states.set(77, { person: { id: 'p7', name: 'P 7', colour: 1 }, cursor: [3, 4] })
    awareness.meta.set(77, { clock: 1, lastUpdated: 0 })
    awareness.emit('update', [{ added: [77], updated: [], removed: [] }, 'test'])
    const after = presence.people.get()
    expect(after.filter((person, at) => person !== before[at]).map(({ id }) => id)).toEqual(['p7'])
  })
})
