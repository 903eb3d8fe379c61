import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { MapId } from '../../../lib/base/ids'
import { createSeededRandom } from '../../../lib/base/random'
import { noProtection, type Protection } from '../../../lib/practice/protection'
import { createLocalBus } from '../../../server/bus/localBus'
import { createRooms, type Rooms } from '../../../server/live/rooms'
import { silentLog } from '../../../server/room/log'
import type { MapStore } from '../../../server/store/mapStore'
import { createMemoryStore } from '../../../server/store/memory'
import { createManualClock, type ManualClock } from '../../helpers/manualClock'
import { joinRoom, settle, type RoomPeer, type RoomPeerOptions } from '../../helpers/roomPeer'
import { addLink, addSampleMap, addVariable, readStoredDoc } from '../../helpers/sampleMap'

describe('what is protected, against a client that does as it likes', () => {
  let clock: ManualClock
  let store: MapStore
  let rooms: Rooms
  let map: MapId
  let version: number
  /** Runs the meeting; Cem and Ana contribute. */
  let fay: RoomPeer
  let cem: RoomPeer
  let ana: RoomPeer

  beforeEach(async () => {
    clock = createManualClock()
    store = createMemoryStore()
    map = await addSampleMap(store)
    version = 0
    rooms = startRooms()
    fay = await join({ person: 'fay', role: 'facilitator' })
    cem = await join({ person: 'cem' })
    ana = await join({ person: 'ana' })
    for (const id of ['a', 'b', 'c']) addVariable(fay.doc, id, `Name of ${id}`)
    addLink(fay.doc, 'ab', 'a', 'b')
    addLink(fay.doc, 'bc', 'b', 'c')
    fay.doc.getMap('positions:grid').set('a', [7, 8])
    textOf(fay.doc, 'a').insert(0, 'What it means')
    await settle()
  })
  const startRooms = (): Rooms =>
    createRooms({
      store,
      bus: createLocalBus((fault) => {
        throw fault
      }),
      clock,
      random: createSeededRandom(5),
      log: silentLog,
    })
  const join = (options: RoomPeerOptions): Promise<RoomPeer> => joinRoom(rooms, map, options)
  const protect = (change: Partial<Protection>): void =>
    rooms.protect(map, { version: (version += 1), protection: { ...noProtection, ...change } })
  const record = (doc: Y.Doc, id: string, root = 'elements'): Y.Map<unknown> =>
    doc.getMap<Y.Map<unknown>>(root).get(id) ?? new Y.Map()
  const textOf = (doc: Y.Doc, id: string): Y.Text => record(doc, id).get('description') as Y.Text
  const plain = (doc: Y.Doc): Record<string, unknown> =>
    Object.fromEntries(
      [...doc.share.keys()]
        .filter((name) => doc.getMap(name).size > 0)
        .sort()
        .map((name) => [name, doc.getMap(name).toJSON()]),
    )
  const stored = async (): Promise<Record<string, unknown>> => plain(await readStoredDoc(store, map))
  const putBacks = ({ told }: RoomPeer): unknown[] => told.filter(({ kind }) => kind === 'put-back')
  /** Everyone has the same map, and so has the store. */
  const expectSame = async (): Promise<Record<string, unknown>> => {
    await settle()
    const all = plain(fay.doc)
    for (const { doc } of [cem, ana]) expect(plain(doc)).toEqual(all)
    expect(await stored()).toEqual(all)
    return all
  }

  const forgeries: readonly (readonly [string, (doc: Y.Doc) => void])[] = [
    ['a new name', (doc) => void record(doc, 'a').set('label', 'SECRET')],
    ['a name taken away', (doc) => record(doc, 'a').delete('label')],
    ['another kind', (doc) => void record(doc, 'a').set('kind', 'note')],
    ['the ordinary lock', (doc) => void record(doc, 'a').set('locked', true)],
    ['words in its description', (doc) => textOf(doc, 'a').insert(4, ' SECRET ')],
    ['words taken from its description', (doc) => textOf(doc, 'a').delete(0, 5)],
    ['looks in its description', (doc) => textOf(doc, 'a').format(0, 4, { bold: true })],
    ['something else in its description', (doc) => textOf(doc, 'a').insertEmbed(0, { image: 'SECRET' })],
    ['another text as its description', (doc) => void record(doc, 'a').set('description', new Y.Text('SECRET'))],
    ['a plain text as its description', (doc) => void record(doc, 'a').set('description', 'What it means')],
    ['a new field', (doc) => void record(doc, 'a').set('colour', 'SECRET')],
    [
      'a subtree in a field of its own',
      (doc) => {
        const tree = new Y.Map<unknown>()
        record(doc, 'a').set('extra', tree)
        const inner = new Y.Map<unknown>()
        tree.set('deep', inner)
        inner.set('word', 'SECRET')
      },
    ],
    ['its deletion', (doc) => doc.getMap('elements').delete('a')],
    [
      'its deletion, and one of the same name and content',
      (doc) => {
        doc.getMap('elements').delete('a')
        addVariable(doc, 'a', 'Name of a')
      },
    ],
    ['one of the same name in its place', (doc) => addVariable(doc, 'a', 'SECRET')],
    ['a value in its place', (doc) => void doc.getMap('elements').set('a', 'SECRET')],
    ['another place', (doc) => void doc.getMap('positions:board').set('a', [999, 999])],
    ['another size', (doc) => void doc.getMap('positions:board').set('a', [0, 0, 900, 900])],
    ['no place', (doc) => doc.getMap('positions:board').delete('a')],
    ['a place in another view', (doc) => void doc.getMap('positions:grid').set('a', [1, 1])],
    ['a place in a view where it has none', (doc) => void doc.getMap('positions:rings').set('a', [1, 1])],
    ['another end of its locked link', (doc) => void record(doc, 'ab', 'links').set('to', 'c')],
    ['another sign of its locked link', (doc) => void record(doc, 'ab', 'links').set('polarity', '-')],
    ['the deletion of a locked link', (doc) => doc.getMap('links').delete('ab')],
    ['the deletion of what a locked link joins', (doc) => doc.getMap('elements').delete('b')],
    [
      'all of it at once',
      (doc) => {
        for (const root of ['elements', 'links', 'positions:board', 'positions:grid']) doc.getMap(root).clear()
      },
    ],
  ]

  it('PROTECT-37: what stands in a hidden frame, and links from and to it, are put back; those go with an element that goes', async () => {
    fay.doc.getMap('elements').set('zone', new Y.Map([['kind', 'frame']]))
    fay.doc.getMap('positions:board').set('zone', [0, 0, 100, 100])
    fay.doc.getMap('positions:board').set('a', [10, 10])
    fay.doc.getMap('positions:board').set('b', [900, 0])
    fay.doc.getMap('positions:board').set('c', [990, 0])
    await settle()
    protect({ hidden: ['zone'] })
    record(cem.doc, 'a').set('label', 'SECRET')
    cem.doc.getMap('positions:board').set('zone', [500, 0, 1, 1])
    cem.doc.getMap('links').delete('ab')
    record(cem.doc, 'c').set('label', 'Taken')
    const all = await expectSame()
    expect(JSON.stringify(all)).not.toContain('SECRET')
    expect(all).toMatchObject({
      elements: { a: { label: 'Name of a' }, c: { label: 'Taken' } },
      links: { ab: { from: 'a' } },
      'positions:board': { zone: [0, 0, 100, 100] },
    })
    cem.doc.transact(() => {
      for (const link of ['ab', 'bc']) cem.doc.getMap('links').delete(link)
      cem.doc.getMap('elements').delete('b')
    })
    const after = await expectSame()
    expect(after['links'] ?? {}).toEqual({})
    expect(after['elements']).not.toHaveProperty('b')
  })

  it.each(forgeries)('PROTECT-2: %s is put back, and reaches nobody else', async (_, forge) => {
    protect({ elements: ['a'], links: ['ab'] })
    const [before, seen]: [unknown, string[]] = [only(await expectSame()), []]
    const states: unknown[] = []
    for (const { doc } of [fay, ana]) {
      doc.on('update', (update: Uint8Array) => {
        seen.push(Buffer.from(update).toString('latin1'))
        states.push(only(plain(doc)))
      })
    }
    cem.doc.transact(() => forge(cem.doc))
    const after = await expectSame()
    expect(only(after)).toEqual(before)
    for (const state of states) expect(state).toEqual(before)
    expect(putBacks(cem)).toMatchObject([{ reason: 'locked' }])
    expect(putBacks(ana)).toEqual([])
    expect(seen.join()).not.toContain('SECRET')
    expect(
      Buffer.concat((await store.loadDocument(map))?.updates.map(({ bytes }) => bytes) ?? []).toString('latin1'),
    ).not.toContain('SECRET')
    expect([cem.socket.closeCode, fay.socket.closeCode]).toEqual([undefined, undefined])
    expect(record(cem.doc, 'a').get('description')).toBeInstanceOf(Y.Text)
    // Everybody goes on with the same document.
    addVariable(cem.doc, 'later')
    record(fay.doc, 'a').set('label', 'Named by Fay')
    textOf(fay.doc, 'a').insert(0, 'Indeed: ')
    expect(JSON.stringify(await expectSame())).toContain('Indeed: What it means')
    expect(record(cem.doc, 'a').get('label')).toBe('Named by Fay')
  })

  /** Of what is on the map, what is locked: the element a, its places, its link, and both ends of that. */
  const only = (all: Record<string, unknown>): unknown => ({
    a: (all['elements'] as Record<string, unknown>)['a'],
    ab: (all['links'] as Record<string, unknown>)['ab'],
    hasB: 'b' in (all['elements'] as object),
    places: Object.keys(all)
      .filter((name) => name.startsWith('positions:'))
      .map((name) => [name, (all[name] as Record<string, unknown>)['a']])
      .filter(([, place]) => place !== undefined),
  })

  it('PROTECT-2: taking back an own step of before the lock is put back, and so is doing it again', async () => {
    const undo = new Y.UndoManager([cem.doc.getMap('elements')], { captureTimeout: 0, trackedOrigins: new Set([null]) })
    record(cem.doc, 'a').set('label', 'Named by Cem')
    textOf(cem.doc, 'a').insert(0, 'Cem says: ')
    await settle()
    protect({ elements: ['a'] })
    const before = await expectSame()
    for (let step = 0; step < 2; step += 1) {
      undo.undo()
      expect(await expectSame()).toEqual(before)
    }
    expect(putBacks(cem)).toHaveLength(2)
  })

  it('PROTECT-2: what somebody goes on typing in a locked text before they hear of it is put back, too', async () => {
    protect({ elements: ['a'] })
    const before = await expectSame()
    for (const letter of 'typing on') textOf(cem.doc, 'a').insert(0, letter)
    expect(await expectSame()).toEqual(before)
    textOf(fay.doc, 'a').insert(0, 'Fay: ')
    expect(await expectSame()).not.toEqual(before)
  })

  it('PROTECT-3: of what was done offline only what is forbidden is lost; the rest is saved, and they are told', async () => {
    cem.leave()
    const { doc } = cem
    addVariable(doc, 'mine')
    record(doc, 'b').set('label', 'Named offline')
    record(doc, 'a').set('label', 'SECRET')
    doc.getMap('elements').delete('a')
    doc.getMap('links').delete('ab')
    record(doc, 'c').set('label', 'Also offline')
    protect({ elements: ['a'] })
    cem = await join({ person: 'cem', doc })
    const all = await expectSame()
    expect(all['elements']).toMatchObject({
      a: { label: 'Name of a', description: 'What it means' },
      b: { label: 'Named offline' },
      c: { label: 'Also offline' },
      mine: { label: 'mine' },
    })
    // PROTECT-4: it comes back with its link and its places.
    expect(all['links']).toMatchObject({ ab: { from: 'a', to: 'b' } })
    expect(all['positions:grid']).toEqual({ a: [7, 8] })
    expect(putBacks(cem)).toEqual([
      { kind: 'put-back', reason: 'locked', elements: ['a'], links: ['ab'], places: expect.any(Array) as unknown },
    ])
    expect(cem.saved).toBe(1)
  })

  it('PROTECT-4: with a deletion its links and its places in every view are put back', async () => {
    protect({ elements: ['b'] })
    const before = await expectSame()
    cem.doc.transact(() => {
      for (const link of ['ab', 'bc']) cem.doc.getMap('links').delete(link)
      cem.doc.getMap('positions:board').delete('b')
      cem.doc.getMap('elements').delete('b')
    })
    expect(await expectSame()).toEqual(before)
  })

  it('PROTECT-5: those who run the meeting change what is locked', async () => {
    protect({ elements: ['a'], links: ['ab'], layout: 1, ownOnly: true })
    record(fay.doc, 'a').set('label', 'By Fay')
    fay.doc.getMap('positions:board').set('a', [5, 5])
    fay.doc.getMap('elements').delete('c')
    const all = await expectSame()
    expect(all).toMatchObject({ elements: { a: { label: 'By Fay' } }, 'positions:board': { a: [5, 5] } })
    expect(all['elements']).not.toHaveProperty('c')
    expect(putBacks(fay)).toEqual([])
  })

  it('PROTECT-6: links from and to what is locked may be added and taken away', async () => {
    protect({ elements: ['a'] })
    addLink(cem.doc, 'ca', 'c', 'a')
    cem.doc.getMap('links').delete('ab')
    const all = await expectSame()
    expect(Object.keys(all['links'] as object).sort()).toEqual(['bc', 'ca'])
    expect(putBacks(cem)).toEqual([])
  })

  it('PROTECT-1: a lock that was lifted holds nobody, and an older word of it changes nothing', async () => {
    protect({ elements: ['a'] })
    protect({})
    rooms.protect(map, { version: 1, protection: { ...noProtection, elements: ['a'] } })
    record(cem.doc, 'a').set('label', 'By Cem')
    expect(await expectSame()).toMatchObject({ elements: { a: { label: 'By Cem' } } })
  })

  it('PROTECT-1: it outlives the room, and the records of who added what do so, too', async () => {
    addVariable(cem.doc, 'mine')
    await settle()
    const value = JSON.stringify({ ...noProtection, elements: ['a'], ownOnly: true })
    await store.putMeeting(map, 'protection', { version: 1, value })
    for (const peer of [fay, cem, ana]) peer.leave()
    await rooms.close()
    rooms = startRooms()
    const { doc } = cem
    fay = await join({ person: 'fay', role: 'facilitator', doc: fay.doc })
    ana = await join({ person: 'ana', doc: ana.doc })
    cem = await join({ person: 'cem', doc })
    record(doc, 'a').set('label', 'SECRET')
    doc.getMap('elements').delete('b')
    doc.getMap('elements').delete('mine')
    const all = await expectSame()
    expect(Object.keys(all['elements'] as object).sort()).toEqual(['a', 'b', 'c'])
    expect(all).toMatchObject({ elements: { a: { label: 'Name of a' } } })
  })

  describe('the layout', () => {
    it('PROTECT-7: nothing is moved or resized in any view; it may be named, linked and deleted', async () => {
      protect({ layout: clock.now() })
      cem.doc.transact(() => {
        cem.doc.getMap('positions:board').set('a', [50, 50])
        cem.doc.getMap('positions:board').set('b', [0, 0, 80, 80])
        cem.doc.getMap('positions:grid').delete('a')
        record(cem.doc, 'a').set('label', 'Named')
      })
      addLink(cem.doc, 'ca', 'c', 'a')
      cem.doc.transact(() => {
        cem.doc.getMap('elements').delete('c')
        cem.doc.getMap('positions:board').delete('c')
      })
      const all = await expectSame()
      expect(all).toMatchObject({ elements: { a: { label: 'Named' } }, links: { ca: {} } })
      expect(all['positions:board']).toEqual({ a: [0, 0], b: [0, 0] })
      expect(all['positions:grid']).toEqual({ a: [7, 8] })
      expect(putBacks(cem)).toMatchObject([{ reason: 'layout', elements: [], places: ['a', 'b'] }])
    })

    it('PROTECT-7: new elements are placed, and moved by who added them until the layout is locked anew', async () => {
      protect({ layout: clock.now() })
      clock.advance(1_000)
      addVariable(cem.doc, 'mine')
      await settle()
      cem.doc.getMap('positions:board').set('mine', [3, 3])
      cem.doc.getMap('positions:rings').set('b', [4, 4])
      await expectSame()
      ana.doc.getMap('positions:board').set('mine', [9, 9])
      expect(await expectSame()).toMatchObject({
        'positions:board': { mine: [3, 3] },
        'positions:rings': { b: [4, 4] },
      })
      clock.advance(1_000)
      protect({ layout: clock.now() })
      cem.doc.getMap('positions:board').set('mine', [8, 8])
      expect(await expectSame()).toMatchObject({ 'positions:board': { mine: [3, 3] } })
    })
  })

  it('PROTECT-7: another put under its name stands where it was', async () => {
    protect({ layout: clock.now() })
    cem.doc.transact(() => {
      cem.doc.getMap('elements').delete('a')
      addVariable(cem.doc, 'a', 'Another')
      cem.doc.getMap('positions:board').set('a', [999, 999])
      cem.doc.getMap('positions:grid').delete('a')
    })
    const all = await expectSame()
    expect(all).toMatchObject({ elements: { a: { label: 'Another' } }, 'positions:grid': { a: [7, 8] } })
    expect(all['positions:board']).toMatchObject({ a: [0, 0] })
    expect(putBacks(cem)).toMatchObject([{ reason: 'layout', places: ['a'] }])
  })

  describe('who added what', () => {
    it('PROTECT-8: contributors delete what they added, and nothing else', async () => {
      protect({ ownOnly: true })
      addVariable(cem.doc, 'mine')
      await settle()
      addLink(ana.doc, 'hers', 'a', 'mine')
      await settle()
      for (const id of ['a', 'mine']) cem.doc.getMap('elements').delete(id)
      cem.doc.getMap('links').delete('bc')
      let all = await expectSame()
      expect(Object.keys(all['elements'] as object).sort()).toEqual(['a', 'b', 'c'])
      expect(all['links']).toHaveProperty('bc')
      expect(putBacks(cem)).toMatchObject([
        { reason: 'not-yours', elements: ['a'] },
        { reason: 'not-yours', links: ['bc'] },
      ])
      // The links that go with an element of one's own go with it.
      addVariable(cem.doc, 'second')
      await settle()
      addLink(ana.doc, 'toSecond', 'a', 'second')
      await settle()
      cem.doc.transact(() => {
        cem.doc.getMap('elements').delete('second')
        cem.doc.getMap('links').delete('toSecond')
      })
      all = await expectSame()
      expect(all['links']).not.toHaveProperty('toSecond')
    })

    it.each<readonly [string, (doc: Y.Doc) => void]>([
      ['no kind', (doc) => record(doc, 'c').delete('kind')],
      ['a kind that is none', (doc) => void record(doc, 'c').set('kind', 'nothing')],
      ['a kind that is no word', (doc) => void record(doc, 'c').set('kind', new Y.Map())],
      ['a kind that needs what it has not got', (doc) => void record(doc, 'c').set('kind', 'image')],
      [
        'another kind that is taken away with the same stroke',
        (doc) => {
          record(doc, 'c').set('kind', 'action')
          record(doc, 'c').delete('kind')
        },
      ],
      ['a link that leads nowhere', (doc) => void record(doc, 'bc', 'links').set('from', 'nowhere')],
      ['a link without an end', (doc) => record(doc, 'bc', 'links').delete('to')],
      ['a link that leads to one’s own', (doc) => void record(doc, 'bc', 'links').set('to', 'mine')],
      ['a link without a kind', (doc) => record(doc, 'bc', 'links').delete('kind')],
    ])('PROTECT-16: a record is gone by what it is read by as by its deletion: %s', async (_, unmake) => {
      addVariable(cem.doc, 'mine')
      await settle()
      protect({ ownOnly: true })
      const before = await expectSame()
      cem.doc.transact(() => unmake(cem.doc))
      expect(await expectSame()).toEqual(before)
      expect(putBacks(cem)).toMatchObject([{ reason: 'not-yours' }])
    })

    it('PROTECT-16: nor may what a locked link joins be unmade; what can be read afterwards is changed', async () => {
      protect({ links: ['ab'] })
      const before = await expectSame()
      record(cem.doc, 'a').delete('kind')
      expect(await expectSame()).toEqual(before)
      protect({ links: ['ab'], ownOnly: true })
      record(cem.doc, 'a').set('kind', 'action')
      cem.doc.transact(() => {
        for (const kind of ['note', 'action', 'stakeholder']) record(cem.doc, 'c').set('kind', kind)
        record(cem.doc, 'bc', 'links').set('from', 'c')
        record(cem.doc, 'bc', 'links').set('to', 'b')
      })
      expect(await expectSame()).toMatchObject({
        elements: { a: { kind: 'action' }, c: { kind: 'stakeholder' } },
        links: { bc: { from: 'c', to: 'b' } },
      })
      expect(putBacks(cem)).toHaveLength(1)
    })

    it('PROTECT-9: what the document says of it is not believed, nor is who puts it back its author', async () => {
      record(cem.doc, 'a').set('createdBy', 'cem')
      const raw = new Y.Map<unknown>()
      raw.set('kind', 'variable')
      raw.set('label', 'a')
      // As if it were new: from a document that knows nothing of the one there.
      const forged = new Y.Doc()
      forged.getMap('elements').set('b', raw)
      Y.applyUpdate(cem.doc, Y.encodeStateAsUpdate(forged))
      await settle()
      ana.doc.getMap('elements').delete('c')
      await settle()
      addVariable(cem.doc, 'c', 'put back by Cem')
      await settle()
      expect(await store.listAdditions(map)).toEqual(
        expect.arrayContaining(['a', 'b', 'c'].map((id) => ({ root: 'elements', id, by: 'fay', at: clock.now() }))),
      )
      protect({ ownOnly: true })
      for (const id of ['a', 'b', 'c']) cem.doc.getMap('elements').delete(id)
      const all = await expectSame()
      expect(Object.keys(all['elements'] as object).sort()).toEqual(['a', 'b', 'c'])
    })

    it('PROTECT-9: who came with a bare key added nothing', async () => {
      const key = await join({ link: 'k' })
      addVariable(key.doc, 'unnamed')
      await settle()
      protect({ ownOnly: true })
      key.doc.getMap('elements').delete('unnamed')
      expect(await expectSame()).toMatchObject({ elements: { unnamed: {} } })
    })

    it('PROTECT-10: what is on the map from before is nobody’s', async () => {
      const old = new Y.Doc()
      addVariable(old, 'old')
      await store.createMap({ id: 'old-map' as MapId, title: '', createdAt: 1, document: Y.encodeStateAsUpdate(old) })
      const person = await joinRoom(rooms, 'old-map' as MapId, { person: 'cem' })
      rooms.protect('old-map' as MapId, { version: 1, protection: { ...noProtection, ownOnly: true } })
      person.doc.getMap('elements').delete('old')
      await settle()
      expect(person.has('old')).toBe(true)
    })
  })

  it('PROTECT-2: several edits of one turn are judged each by what those before it made', async () => {
    protect({ elements: ['a'], ownOnly: true, layout: clock.now() })
    addVariable(cem.doc, 'mine')
    record(cem.doc, 'mine').set('label', 'Mine')
    cem.doc.getMap('positions:board').set('mine', [4, 4])
    record(cem.doc, 'a').set('label', 'SECRET')
    record(ana.doc, 'b').set('label', 'By Ana')
    record(fay.doc, 'a').set('colour', 'By Fay')
    cem.doc.getMap('elements').delete('a')
    textOf(cem.doc, 'mine').insert(0, 'words')
    const all = await expectSame()
    expect(all).toMatchObject({
      elements: {
        a: { label: 'Name of a', colour: 'By Fay' },
        b: { label: 'By Ana' },
        mine: { label: 'Mine', description: 'words' },
      },
      'positions:board': { mine: [4, 4] },
    })
  })

  it('PROTECT-15: what is written at the moment at which a deletion is put back gives way, on every page', async () => {
    protect({ elements: ['a'] })
    cem.doc.getMap('elements').delete('a')
    record(fay.doc, 'a').set('label', 'By Fay')
    const before = record(fay.doc, 'a')
    expect(await expectSame()).toMatchObject({ elements: { a: { label: 'Name of a' } } })
    // Her page can tell by this: the record under that name is another.
    expect(record(fay.doc, 'a')).not.toBe(before)
    record(fay.doc, 'a').set('label', 'By Fay, again')
    expect(await expectSame()).toMatchObject({ elements: { a: { label: 'By Fay, again' } } })
  })

  it('PROTECT-13: who has too much put back is sent away for a while, by whatever socket they come', async () => {
    protect({ elements: ['a'] })
    for (let turn = 0; turn < 38; turn += 1) record(cem.doc, 'a').set('label', `Try ${turn}`)
    for (let wait = 0; wait < 20; wait += 1) await settle()
    expect(cem.socket.closeCode).toBeUndefined()
    const again = await join({ person: 'cem' })
    for (let turn = 0; turn < 3; turn += 1) record(again.doc, 'a').set('label', `Again ${turn}`)
    for (let wait = 0; wait < 3; wait += 1) await settle()
    expect(again.socket.closeCode).toBe(1013)
    // Others have their own, and time gives it back.
    record(ana.doc, 'a').set('label', 'Ana')
    await settle()
    expect(ana.socket.closeCode).toBeUndefined()
    clock.advance(10_000)
    record(cem.doc, 'a').set('label', 'Much later')
    await settle()
    expect(cem.socket.closeCode).toBeUndefined()
    expect((await stored())['elements']).toMatchObject({ a: { label: 'Name of a' } })
  })

  describe('PROTECT-13: an update of which very much has to be put back', () => {
    const ids = Array.from({ length: 1_300 }, (_, index) => `e${index}`)
    const wait = async (): Promise<void> => {
      for (let turn = 0; turn < 40; turn += 1) await settle()
    }
    const deleteAll = (doc: Y.Doc): void =>
      doc.transact(() => {
        for (const id of ids) {
          doc.getMap('links').delete(`l${id}`)
          doc.getMap('positions:board').delete(id)
          doc.getMap('elements').delete(id)
        }
        for (const root of ['elements', 'positions:board']) doc.getMap(root).delete('own')
        doc.getMap('links').delete('to-own')
        record(doc, 'b').set('label', 'With it')
      })
    beforeEach(async () => {
      addVariable(cem.doc, 'own')
      await settle()
      fay.doc.transact(() => {
        for (const id of ids) addVariable(fay.doc, id)
        for (const id of ids.slice(1)) addLink(fay.doc, `l${id}`, 'e0', id)
        addLink(fay.doc, 'to-own', 'own', 'a')
      })
      await settle()
    })
    const expectOnlyRest = async (before: Record<string, unknown>): Promise<void> => {
      const after = await expectSame()
      const { own, ...elements } = before['elements'] as Record<string, object>
      expect(own).toBeDefined()
      expect(after['elements']).toEqual({ ...elements, b: { ...elements['b'], label: 'With it' } })
      const { 'to-own': link, ...links } = before['links'] as Record<string, object>
      expect(link).toBeDefined()
      expect(after['links']).toEqual(links)
    }

    it('is taken in pieces, each in a turn of its own; the rest of it holds, it is said once, and called saved at the end', async () => {
      protect({ ownOnly: true })
      const before = plain(fay.doc)
      let turns = 0
      ana.doc.on('update', () => (turns += 1))
      const already = cem.saved
      deleteAll(cem.doc)
      await wait()
      expect(cem.socket.closeCode).toBeUndefined()
      await expectOnlyRest(before)
      expect(turns).toBeGreaterThan(3)
      expect(cem.saved).toBe(already + 1)
      expect(putBacks(cem)).toHaveLength(1)
      expect(putBacks(cem)[0]).toMatchObject({ reason: 'not-yours' })
      expect((putBacks(cem)[0] as { elements: string[] }).elements).toHaveLength(ids.length)
      // Much at once is paid for by a longer wait.
      clock.advance(10_000)
      deleteAll(cem.doc)
      await wait()
      expect(cem.socket.closeCode).toBe(1013)
    })

    it('counts for as long where the map came to rest meanwhile', async () => {
      protect({ ownOnly: true })
      const value = JSON.stringify({ ...noProtection, ownOnly: true })
      await store.putMeeting(map, 'protection', { version: 1, value })
      deleteAll(cem.doc)
      await wait()
      for (const peer of [fay, cem, ana]) peer.leave()
      await settle()
      clock.advance(20_000)
      await settle()
      const again = await join({ person: 'cem' })
      again.doc.getMap('elements').delete('e1')
      await wait()
      expect(again.socket.closeCode).toBe(1013)
      clock.advance(10_000)
      const later = await join({ person: 'cem' })
      later.doc.getMap('elements').delete('e1')
      await wait()
      expect(later.socket.closeCode).toBeUndefined()
      expect(later.has('e1')).toBe(true)
    })

    it('lets in again who did it without a network', async () => {
      cem.leave()
      protect({ elements: ids })
      const before = plain(fay.doc)
      deleteAll(cem.doc)
      const again = await join({ person: 'cem', doc: cem.doc })
      await wait()
      expect(again.socket.closeCode).toBeUndefined()
      await expectOnlyRest(before)
    })

    it('is judged anew by what is locked between two pieces', async () => {
      protect({ ownOnly: true })
      deleteAll(cem.doc)
      await new Promise<void>((resolve) => setImmediate(resolve))
      protect({ ownOnly: true, elements: ['own'] })
      await wait()
      expect(record(fay.doc, 'own').get('label')).toBe(record(ana.doc, 'own').get('label'))
      await expectSame()
    })

    it('moves of very many come back as well', async () => {
      protect({ elements: ids })
      const before = plain(fay.doc)
      cem.doc.transact(() => {
        for (const id of ids) cem.doc.getMap('positions:board').set(id, [1, 1])
        for (const id of ids) record(cem.doc, id).set('label', 'Forged')
      })
      await wait()
      expect(cem.socket.closeCode).toBeUndefined()
      expect(await expectSame()).toEqual(before)
    })
  })
})
