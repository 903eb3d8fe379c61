import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { MapId } from '../../../lib/base/ids'
import { createSeededRandom } from '../../../lib/base/random'
import { createClientOwners } from '../../../server/room/clientOwners'
import { checkUpdate, checkVector, type RoomClocks } from '../../../server/room/guard'
import { takeIn } from '../../../server/room/intake'
import { buildDocument, nothingAccepted } from '../../../server/room/liveDocument'
import { createRoomProtection } from '../../../server/room/roomProtection'
import { addVariable, encodeSampleDocument } from '../../helpers/sampleMap'
import { firstSeed, seedCount } from '../../helpers/seeds'

const emptyRoom: RoomClocks = {
  next: () => 0,
  level: () => undefined,
  isDeleted: () => false,
  holdsVersion: () => false,
  versions: () => [],
}

/** A room that has applied `updates`, seen through the guard's two questions. */
function roomWith(updates: readonly Uint8Array[]): RoomClocks {
  const { document } = buildDocument({
    snapshot: undefined,
    snapshotSeq: 0,
    updates: updates.map((bytes, index) => ({ seq: index + 1, bytes })),
  })
  return document.clocks(nothingAccepted)
}

/** Runs edits on one document and gives each transaction's update. */
function record(...edits: readonly ((doc: Y.Doc) => void)[]): { doc: Y.Doc; updates: Uint8Array[] } {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const edit of edits) doc.transact(() => edit(doc))
  return { doc, updates }
}

function encodeOne(edit: (doc: Y.Doc) => void): Uint8Array {
  return record(edit).updates[0] ?? Uint8Array.of(0, 0)
}

function joined(...parts: (number[] | Uint8Array)[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}

function text(value: string): number[] {
  const bytes = [...new TextEncoder().encode(value)]
  return [bytes.length, ...bytes]
}

/** An update of client 1 with one item under `elements`, and the content given. */
function withContent(kind: number, ...content: number[]): Uint8Array {
  return joined([1, 1, 1, 0, 0x20 | kind, 1], text('elements'), text('key'), content, [0])
}

describe('checkUpdate', () => {
  it('GUARD-1: ordinary edits of a client pass, one after the other', () => {
    const { updates } = record(
      (doc) => void doc.getMap('meta').set('title', 'Wåter 🌊'),
      (doc) => addVariable(doc, 'a', 'Rain'),
      (doc) =>
        ((doc.getMap('elements').get('a') as Y.Map<Y.Text>).get('description') as Y.Text).insert(0, 'Zoë 🌧 rain'),
      (doc) => ((doc.getMap('elements').get('a') as Y.Map<Y.Text>).get('description') as Y.Text).delete(2, 3),
      (doc) => void doc.getMap('positions:board').set('a', [1.5, -2, 3, 4e10]),
      (doc) => void doc.getMap('views').set('v', { name: 'x', deep: [{ a: [null, true, undefined, 'é'] }] }),
      (doc) => doc.getMap('elements').delete('a'),
    )
    for (let index = 0; index < updates.length; index += 1) {
      const verdict = checkUpdate(updates[index] ?? new Uint8Array(), roomWith(updates.slice(0, index)))
      expect(verdict, `update ${index}`).toMatchObject({ kind: 'new', update: updates[index] })
    }
  })

  it('GUARD-1: a whole document passes as one update, also one made offline with deletions in it', () => {
    const { doc } = record(
      (d) => addVariable(d, 'a'),
      (d) => addVariable(d, 'b'),
      (d) => d.getMap('elements').delete('a'),
    )
    expect(checkUpdate(Y.encodeStateAsUpdate(doc), emptyRoom).kind).toBe('new')
  })

  it('GUARD-2: what the room has already is nothing new, and is not stored', () => {
    const { doc, updates } = record(
      (d) => addVariable(d, 'a'),
      (d) => d.getMap('elements').delete('a'),
    )
    const room = roomWith(updates)
    for (const update of updates) expect(checkUpdate(update, room)).toEqual({ kind: 'nothing-new' })
    expect(checkUpdate(Y.encodeStateAsUpdate(doc), room)).toEqual({ kind: 'nothing-new' })
    expect(checkUpdate(Uint8Array.of(0, 0), room)).toEqual({ kind: 'nothing-new' })
  })

  it('GUARD-3: of a full answer only the new deletions are kept', () => {
    const { doc, updates } = record((d) => {
      for (let index = 0; index < 200; index += 1) addVariable(d, `e${index}`)
    })
    for (let index = 0; index < 200; index += 3) doc.getMap('elements').delete(`e${index}`)
    const room = roomWith(updates)
    const before = Y.encodeStateVector(doc)
    doc.getMap('elements').delete('e1')
    const answer = Y.encodeStateAsUpdate(doc, before)
    const verdict = checkUpdate(answer, room)
    if (verdict.kind !== 'new') throw new Error(verdict.kind)
    expect(verdict.update.length).toBeLessThan(20)
    expect(answer.length).toBeGreaterThan(verdict.update.length * 5)
    const replica = new Y.Doc()
    for (const update of [...updates, verdict.update]) Y.applyUpdate(replica, update)
    expect(replica.getMap('elements').toJSON()).toEqual(doc.getMap('elements').toJSON())
  })

  it('GUARD-3: an edit stays whole, though what it takes away is gone with its record; a full answer with something new does not', () => {
    const { doc, updates } = record((d) => {
      for (let index = 0; index < 200; index += 1) addVariable(d, `e${index}`)
    })
    const other = new Y.Doc()
    for (const update of updates) Y.applyUpdate(other, update)
    const before = Y.encodeStateVector(other)
    for (let index = 0; index < 200; index += 3) other.getMap('elements').delete(`e${index}`)
    const room = roomWith([...updates, Y.encodeStateAsUpdate(other, before)])

    const edits: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => void edits.push(update))
    ;(doc.getMap('elements').get('e0') as Y.Map<unknown>).set('label', 'Anew')
    const [edit] = edits
    if (edit === undefined) throw new Error('nothing was changed')
    expect(checkUpdate(edit, room)).toMatchObject({ kind: 'new', update: edit })

    for (let index = 0; index < 200; index += 3) doc.getMap('elements').delete(`e${index}`)
    const answer = Y.encodeStateAsUpdate(doc, before)
    const verdict = checkUpdate(answer, room)
    if (verdict.kind !== 'new') throw new Error(verdict.kind)
    expect(answer.length).toBeGreaterThan(verdict.update.length * 2)
  })

  it('GUARD-4: an update whose predecessor is missing is a gap', () => {
    const { updates } = record(
      (doc) => addVariable(doc, 'a'),
      (doc) => addVariable(doc, 'b'),
    )
    expect(checkUpdate(updates[1] ?? new Uint8Array(), emptyRoom)).toEqual({ kind: 'gap' })
  })

  it('GUARD-4: an update that builds on, or deletes, what someone else has not sent yet is a gap', () => {
    const first = record((doc) => addVariable(doc, 'a'))
    const second = new Y.Doc()
    const updates: Uint8Array[] = []
    Y.applyUpdate(second, Y.encodeStateAsUpdate(first.doc))
    second.on('update', (update: Uint8Array) => updates.push(update))
    ;(second.getMap('elements').get('a') as Y.Map<unknown>).set('label', 'other')
    second.getMap('elements').delete('a')
    expect(updates.map((update) => checkUpdate(update, emptyRoom).kind)).toEqual(['gap', 'gap'])
    expect(checkUpdate(updates[0] ?? new Uint8Array(), roomWith(first.updates)).kind).toBe('new')
  })

  it('GUARD-5: a client that itself waits for something (a Skip) is asked, not believed', () => {
    const { updates } = record(
      (doc) => addVariable(doc, 'a'),
      (doc) => addVariable(doc, 'b'),
      (doc) => addVariable(doc, 'c'),
    )
    const holed = Y.mergeUpdates([updates[0] ?? new Uint8Array(), updates[2] ?? new Uint8Array()])
    expect(checkUpdate(holed, emptyRoom)).toEqual({ kind: 'gap' })
  })

  it('GUARD-6: clocks accepted earlier in the same turn count', () => {
    const { updates } = record(
      (doc) => addVariable(doc, 'a'),
      (doc) => addVariable(doc, 'b'),
    )
    const accepted = new Map<number, number>()
    const room: RoomClocks = { ...emptyRoom, next: (client) => accepted.get(client) ?? 0 }
    for (const update of updates) {
      const verdict = checkUpdate(update, room)
      if (verdict.kind !== 'new') throw new Error(verdict.kind)
      for (const [client, next] of verdict.next) accepted.set(client, next)
    }
    expect(accepted.size).toBe(1)
  })

  describe('GUARD-7: refuses as hostile', () => {
    const cases: readonly [name: string, update: Uint8Array][] = [
      ['nothing at all', new Uint8Array()],
      ['an end in the middle', Uint8Array.of(1, 1, 1)],
      ['bytes after the end', Uint8Array.of(0, 0, 0)],
      ['a list of no values', withContent(8, 0)],
      ['an empty text', withContent(4, 0)],
      ['a deleted run of length 0', withContent(1, 0)],
      ['a deleted run of astronomic length', withContent(1, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f)],
      ['a collected run of length 0', Uint8Array.of(1, 1, 1, 0, 0, 0, 0)],
      ['a run without structs', Uint8Array.of(1, 0, 1, 0, 0)],
      ['two runs of one client', Uint8Array.of(2, 1, 1, 0, 0, 1, 1, 1, 0, 0, 1, 0)],
      ['more structs promised than there are bytes', Uint8Array.of(1, 0xff, 0xff, 0xff, 0xff, 0xf, 1, 0, 0, 1)],
      ['a client id beyond 32 bits', Uint8Array.of(1, 1, 0xff, 0xff, 0xff, 0xff, 0x7f, 0, 0, 1, 0)],
      ['a number beyond 53 bits', Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 255, 255, 1)],
      ['content of an unknown kind', withContent(11, 1)],
      ['a sub-document', withContent(9, ...text('guid'), 118, 0)],
      ['an XML element', withContent(7, 3, ...text('p'))],
      ['a big integer', withContent(8, 1, 122, 0, 0, 0, 0, 0, 0, 0, 1)],
      ['a value of an unknown kind', withContent(8, 1, 5)],
      ['a value nested without end', withContent(8, 1, ...Array.from({ length: 100 }, () => [117, 1]).flat(), 126)],
      ['a field called __proto__ in a value', withContent(8, 1, 118, 1, ...text('__proto__'), 126)],
      ['text that is not UTF-8', withContent(4, 2, 0xc3, 0x28)],
      ['JSON that is none', withContent(5, ...text('{'))],
      ['a text longer than the message', withContent(4, 120, 65)],
      ['an unknown root', joined([1, 1, 1, 0, 0x28, 1], text('secrets'), text('k'), [1, 126], [0])],
      [
        'positions of a view with an odd name',
        joined([1, 1, 1, 0, 0x28, 1], text('positions:a b'), text('k'), [1, 126], [0]),
      ],
      ['an entry of a root without a key', joined([1, 1, 1, 0, 0x08, 1], text('elements'), [1, 126], [0])],
      ['a field called __proto__', joined([1, 1, 1, 0, 0x28, 1], text('elements'), text('__proto__'), [1, 126], [0])],
      ['a parent of an unknown kind', Uint8Array.of(1, 1, 1, 0, 0x28, 2, 0)],
      ['a struct that builds on itself', Uint8Array.of(1, 1, 1, 0, 0x88, 1, 0, 1, 126, 0)],
      ['a deletion of length 0', Uint8Array.of(0, 1, 1, 1, 0, 0)],
      ['a deletion out of range', Uint8Array.of(0, 1, 1, 1, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f)],
    ]
    it.each(cases)('%s', (_name, update) => {
      expect(checkUpdate(update, emptyRoom)).toMatchObject({ kind: 'hostile', why: expect.any(String) as string })
    })

    it('an honest list of one value, for comparison, passes', () => {
      expect(checkUpdate(withContent(8, 1, 126), emptyRoom).kind).toBe('new')
    })
  })

  it('GUARD-8: never reads beyond the message, even where it is a window on a larger buffer', () => {
    const buffer = new Uint8Array(200).fill(65)
    buffer.set(withContent(4, 120, 65))
    const window = buffer.subarray(0, withContent(4, 120, 65).length - 1)
    expect(checkUpdate(window, emptyRoom).kind).toBe('hostile')
  })

  it('GUARD-11: shared types nest a few levels and no further, in one update, in many, and beside others', () => {
    const nest = (levels: number): Uint8Array =>
      encodeOne((doc) => {
        let map = doc.getMap<unknown>('elements')
        for (let level = 0; level < levels; level += 1) {
          const inner = new Y.Map<unknown>()
          map.set('a', new Y.Map())
          map.set('a', inner)
          map = inner
        }
      })
    expect(checkUpdate(nest(4), emptyRoom).kind).toBe('new')
    expect(checkUpdate(nest(5), emptyRoom)).toEqual({ kind: 'hostile', why: 'shared types nested too deep' })
    expect(checkUpdate(nest(500), emptyRoom).kind).toBe('hostile')
  })

  it('GUARD-11: also where each message brings one level, taken in one turn or in many', () => {
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    let map = doc.getMap<unknown>('elements')
    for (let level = 0; level < 6; level += 1) {
      const inner = new Y.Map<unknown>()
      map.set('a', inner)
      map = inner
    }
    const member = undefined
    const incoming = updates.map((update) => ({ member, participant: undefined, update, answer: false }))
    const room = buildDocument({ snapshot: undefined, snapshotSeq: 0, updates: [] }).document
    const judge = {
      map: 'm' as MapId,
      document: room,
      owners: createClientOwners(),
      protection: createRoomProtection(),
      now: 0,
      isHeld: false,
    }
    const taken = takeIn(judge, [...incoming])
    expect(taken.accepted.filter(({ update }) => update !== undefined)).toHaveLength(4)
    for (const [index, one] of incoming.entries()) {
      const turn = takeIn(judge, [one])
      const found = turn.accepted.flatMap(({ update }) => update ?? [])
      expect(found).toHaveLength(index < 4 ? 1 : 0)
      room.apply(found)
    }
  })

  describe('GUARD-13: the version of a document is the server’s to say', () => {
    const base = encodeSampleDocument()
    const room = roomWith([base])
    /** What a client sends that does this to the sample map. */
    const edit = (change: (meta: Y.Map<unknown>) => void, client?: number): Uint8Array => {
      const doc = new Y.Doc()
      if (client !== undefined) doc.clientID = client
      Y.applyUpdate(doc, base)
      const before = Y.encodeStateVector(doc)
      doc.transact(() => change(doc.getMap('meta')))
      return Y.encodeStateAsUpdate(doc, before)
    }

    it.each<[string, Uint8Array, RoomClocks]>([
      ['a newer version', edit((meta) => void meta.set('schemaVersion', 2)), room],
      ['an older one', edit((meta) => void meta.set('schemaVersion', 0)), room],
      ['a word', edit((meta) => void meta.set('schemaVersion', 'x')), room],
      ['a list', edit((meta) => void meta.set('schemaVersion', new Y.Array())), room],
      ['none', edit((meta) => meta.delete('schemaVersion')), room],
      [
        'one in a map without a version',
        encodeOne((doc) => void doc.getMap('meta').set('schemaVersion', 2)),
        emptyRoom,
      ],
      [
        'a newer version after a right one',
        edit((meta) => {
          meta.set('schemaVersion', 1)
          meta.set('schemaVersion', 2)
        }),
        room,
      ],
      // Yjs writes clients from the highest id down: the first struct follows one that comes later.
      [
        'a newer version after a right one of another client',
        joined(
          [2, 1, 9, 0, 0x88, 8, 0, 1, 125, 2, 1, 8, 0, 0x28, 1],
          text('meta'),
          text('schemaVersion'),
          [1, 125, 1, 0],
        ),
        emptyRoom,
      ],
    ])('refuses %s', (_name, update, clocks) => {
      expect(checkUpdate(update, clocks).kind).toBe('hostile')
    })

    it('takes other fields, and the version that it has', () => {
      expect(
        checkUpdate(
          edit((meta) => void meta.set('title', 'Other')),
          room,
        ).kind,
      ).toBe('new')
      expect(
        checkUpdate(
          edit((meta) => void meta.set('schemaVersion', 1)),
          room,
        ).kind,
      ).toBe('new')
      expect(checkUpdate(base, emptyRoom).kind).toBe('new')
    })

    it('refuses what follows a version taken in the same turn', () => {
      const first = edit((meta) => void meta.set('schemaVersion', 1), 5)
      const verdict = checkUpdate(first, room)
      if (verdict.kind !== 'new') throw new Error(verdict.kind)
      expect(verdict.versions).toMatchObject([{ client: 5, clock: 0 }])
      const document = buildDocument({ snapshot: base, snapshotSeq: 1, updates: [] }).document
      const after = document.clocks({ ...nothingAccepted, next: verdict.next, versions: verdict.versions })
      const second = joined([1, 1, 6, 0, 0x88, 5, 0, 1, 125, 2, 0])
      expect(checkUpdate(second, after).kind).toBe('hostile')
      expect(checkUpdate(joined([0, 1, 5, 1, 0, 1]), after).kind).toBe('hostile')
    })
  })

  it('GUARD-9: whatever bits are flipped, what passes the guard either applies whole or is caught', () => {
    const seed = firstSeed()
    const random = createSeededRandom(seed)
    const { updates } = record(
      (doc) => addVariable(doc, 'a', 'Rain'),
      (doc) => addVariable(doc, 'b', 'River'),
      (doc) => doc.getMap('elements').delete('a'),
      (doc) => (doc.getMap('elements').get('b') as Y.Map<unknown>).set('label', 'Stream'),
    )
    let passed = 0
    for (let round = 0; round < seedCount(3_000); round += 1) {
      const known = random.below(updates.length)
      const flipped = Uint8Array.from(updates[known] ?? [])
      for (let flips = 1 + random.below(3); flips > 0; flips -= 1) {
        const at = random.below(flipped.length)
        flipped[at] = (flipped[at] ?? 0) ^ (1 << random.below(8))
      }
      const base = updates.slice(0, known).map((bytes, index) => ({ seq: index + 1, bytes }))
      const room = buildDocument({ snapshot: undefined, snapshotSeq: 0, updates: base }).document.clocks(
        nothingAccepted,
      )
      const verdict = checkUpdate(flipped, room)
      if (verdict.kind !== 'new') continue
      passed += 1
      const { document, unfit } = buildDocument({
        snapshot: encodeSampleDocument(),
        snapshotSeq: 0,
        updates: [...base, { seq: 99, bytes: verdict.update }],
      })
      expect(
        unfit.filter((seq) => seq !== 99),
        `seed ${seed}, round ${round}`,
      ).toEqual([])
      // Whatever got in can be sent to a fresh client.
      const fresh = new Y.Doc()
      Y.applyUpdate(fresh, document.encodeSince(Uint8Array.of(0)))
      expect(fresh.store.pendingStructs, `seed ${seed}, round ${round}`).toBeNull()
    }
    expect(passed).toBeGreaterThan(0)
  })
})

describe('checkVector', () => {
  it('GUARD-10: reads a state vector whole or not at all', () => {
    expect(checkVector(Uint8Array.of(0))).toBe(0)
    expect(checkVector(Y.encodeStateVector(record((doc) => addVariable(doc, 'a')).doc))).toBe(1)
    expect(checkVector(Uint8Array.of(1, 5))).toBeUndefined()
    expect(checkVector(Uint8Array.of(0, 7))).toBeUndefined()
    expect(checkVector(new Uint8Array())).toBeUndefined()
    expect(checkVector(Uint8Array.of(255, 255, 255, 127, 1))).toBeUndefined()
  })
})
