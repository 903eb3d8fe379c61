import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { splitUpdate } from '../../../lib/document/splitUpdate'
import { checkUpdate } from '../../../server/room/guard'
import { buildDocument, emptyVector, nothingAccepted } from '../../../server/room/liveDocument'

/** Two people who write, delete and build on each other's work, as one update. */
const actionArbitrary = fc.record({
  who: fc.nat({ max: 2 }),
  what: fc.constantFrom('record', 'field', 'text', 'delete', 'meet'),
  key: fc.nat({ max: 5 }),
  length: fc.integer({ min: 1, max: 400 }),
})

type Action = typeof actionArbitrary extends fc.Arbitrary<infer Value> ? Value : never

function play(actions: readonly Action[]): Y.Doc {
  const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()]
  const meet = (): void => {
    for (const one of docs) for (const other of docs) Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
  }
  for (const { who, what, key, length } of actions) {
    const doc = docs[who] as Y.Doc
    const elements = doc.getMap<Y.Map<unknown>>('elements')
    const record = elements.get(String(key))
    if (what === 'record')
      elements.set(
        String(key),
        new Y.Map<unknown>(Object.entries({ label: 'x'.repeat(length), description: new Y.Text('a') })),
      )
    if (what === 'field') record?.set('label', 'y'.repeat(length))
    if (what === 'text') (record?.get('description') as Y.Text | undefined)?.insert(0, 'z'.repeat(length))
    if (what === 'delete') elements.delete(String(key))
    if (what === 'meet') meet()
  }
  meet()
  return docs[0] as Y.Doc
}

describe('splitting an update', () => {
  it('SYNC-11: every part can be stored by itself, and all together say the same', () => {
    fc.assert(
      fc.property(
        fc.array(actionArbitrary, { maxLength: 60 }),
        fc.integer({ min: 50, max: 2_000 }),
        (actions, most) => {
          const doc = play(actions)
          const parts = splitUpdate(Y.encodeStateAsUpdate(doc), most)
          const { document: room } = buildDocument({ snapshot: undefined, snapshotSeq: 0, updates: [] })
          for (const part of parts) {
            expect(checkUpdate(part, room.clocks(nothingAccepted)).kind).not.toMatch(/gap|hostile/)
            expect(room.apply([part])).toBe(true)
          }
          const whole = new Y.Doc()
          Y.applyUpdate(whole, room.encodeSince(emptyVector))
          expect(whole.getMap('elements').toJSON()).toEqual(doc.getMap('elements').toJSON())
          expect(room.vector()).toEqual(Y.encodeStateVector(whole))
        },
      ),
    )
  })

  it('SYNC-11: parts are as short as was asked for, but for a single value that is longer', () => {
    const doc = new Y.Doc()
    for (let index = 0; index < 500; index += 1) doc.getMap('elements').set(`e${index}`, 'x'.repeat(100))
    for (let index = 0; index < 500; index += 2) doc.getMap('elements').delete(`e${index}`)
    doc.getMap('elements').set('long', 'x'.repeat(5_000))
    const sizes = splitUpdate(Y.encodeStateAsUpdate(doc), 1_000).map((part) => part.length)
    expect(sizes.filter((size) => size > 1_100)).toEqual([expect.toSatisfy((size: number) => size < 6_200)])
    expect(sizes.length).toBeLessThan(80)
  })

  it('SYNC-11: what is short enough stays the same bytes', () => {
    const update = Y.encodeStateAsUpdate(play([{ who: 0, what: 'record', key: 1, length: 5 }]))
    expect(splitUpdate(update, 10_000)[0]).toBe(update)
  })
})
