import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createSeededRandom } from '../../../lib/base/random'
import { findTouched } from '../../../server/room/touchedCopy'
import { addVariable } from '../../helpers/sampleMap'
import { firstSeed, seedCount } from '../../helpers/seeds'

type Random = ReturnType<typeof createSeededRandom>
const below = (random: Random, most: number): number => random.below(most)
const ids = ['a', 'b', 'c', 'd', 'e']

/** Does something that people do: to elements, their texts and places, what the map says of itself, and a list of no use. */
function act(doc: Y.Doc, random: Random): void {
  const id = ids[below(random, ids.length)] ?? 'a'
  const elements = doc.getMap<Y.Map<unknown>>('elements')
  const element = elements.get(id)
  switch (below(random, 8)) {
    case 0:
      addVariable(doc, id)
      break
    case 1:
      elements.delete(id)
      break
    case 2:
      element?.set('label', `Label ${below(random, 100)}`)
      break
    case 3: {
      const text = element?.get('description')
      if (text instanceof Y.Text) text.insert(below(random, text.length + 1), `some ${below(random, 10)} words`)
      break
    }
    case 4: {
      const text = element?.get('description')
      if (text instanceof Y.Text && text.length > 3) text.delete(below(random, text.length - 2), 2)
      break
    }
    case 5:
      doc.getMap('positions:board').set(id, [below(random, 100), below(random, 100)])
      break
    case 6:
      doc.getMap('meta').set('title', `Title ${below(random, 100)}`)
      break
    default:
      element?.delete('label')
  }
}

const exchange = (one: Y.Doc, other: Y.Doc): void => {
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one, Y.encodeStateVector(other)))
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other, Y.encodeStateVector(one)))
}

const json = (doc: Y.Doc): unknown => {
  for (const root of ['elements', 'meta', 'positions:board']) doc.getMap(root)
  return doc.toJSON()
}

describe('a copy of what an update touches', () => {
  it.each(Array.from({ length: seedCount(40) }, (_, index) => firstSeed() + index))(
    'PROTECT-13: seed %i: what is changed in it with the update is to the document what it would be to a whole copy',
    (seed) => {
      const random = createSeededRandom(seed)
      const room = new Y.Doc()
      const peers = [new Y.Doc(), new Y.Doc()]
      const change = (doc: Y.Doc, times: number): void => {
        for (let step = 0; step < times; step += 1) doc.transact(() => act(doc, random))
      }
      for (let round = 0; round < 4; round += 1) {
        for (const peer of peers) {
          change(peer, 12)
          if (random.below(10) < 7) exchange(peer, room)
        }
      }
      const [sender = room] = peers
      exchange(sender, room)
      // What the sender does without knowing of what the room takes in meanwhile.
      const known = Y.encodeStateVector(sender)
      change(sender, 8)
      const update = Y.encodeStateAsUpdate(sender, known)
      const [, other = room] = peers
      change(other, 8)
      Y.applyUpdate(room, Y.encodeStateAsUpdate(other, Y.encodeStateVector(room)))

      const besides = { root: 'elements', key: 'a' }
      const copy = findTouched(room, update, [besides]).copy()
      expect(Y.encodeStateVector(copy)).toEqual(Y.encodeStateVector(room))
      const label = (doc: Y.Doc): unknown => doc.getMap<Y.Map<unknown>>('elements').get('a')?.toJSON()
      expect(label(copy)).toEqual(label(room))

      const whole = new Y.Doc()
      Y.applyUpdate(whole, Y.encodeStateAsUpdate(room))
      whole.clientID = copy.clientID
      const made = [copy, whole].map((doc) => {
        let result: Uint8Array | undefined
        doc.on('update', (all: Uint8Array) => (result = all))
        doc.transact((transaction) => {
          Y.applyUpdate(doc, update)
          transaction.local = true
          doc.getMap<Y.Map<unknown>>('elements').get('a')?.set('label', 'Put back')
        })
        const after = new Y.Doc()
        Y.applyUpdate(after, Y.encodeStateAsUpdate(room))
        if (result !== undefined) Y.applyUpdate(after, result)
        expect(after.store.pendingStructs).toBeNull()
        return after
      })
      const [fromTouched = room, fromWhole = room] = made
      expect(json(fromTouched)).toEqual(json(fromWhole))
      expect(Y.encodeStateVector(fromTouched)).toEqual(Y.encodeStateVector(fromWhole))
      // And whoever has the update already comes to the same.
      Y.applyUpdate(sender, Y.encodeStateAsUpdate(fromTouched, Y.encodeStateVector(sender)))
      expect(json(sender)).toEqual(json(fromTouched))
    },
  )

  it('PROTECT-13: has nothing of what the update does not touch', () => {
    const room = new Y.Doc()
    for (let index = 0; index < 500; index += 1) addVariable(room, `e${index}`)
    const sender = new Y.Doc()
    Y.applyUpdate(sender, Y.encodeStateAsUpdate(room))
    const known = Y.encodeStateVector(sender)
    sender.getMap<Y.Map<unknown>>('elements').get('e7')?.set('label', 'Seven')
    const touched = findTouched(room, Y.encodeStateAsUpdate(sender, known), [{ root: 'elements', key: 'e9' }])
    expect(touched.structs).toBeLessThan(20)
    const copy = touched.copy()
    expect([...copy.getMap('elements').keys()].sort()).toEqual(['e7', 'e9'])
    const structs = [...copy.store.clients.values()].reduce((sum, list) => sum + list.length, 0)
    expect(structs).toBeLessThan(30)
  })
})
