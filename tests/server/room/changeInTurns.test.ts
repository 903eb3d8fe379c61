import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { MapId } from '../../../lib/base/ids'
import { fail } from '../../../lib/base/result'
import { createSeededRandom } from '../../../lib/base/random'
import { encodeMap } from '../../../lib/document/createDocument'
import { toWeftMap } from '../../../lib/model/mapFile'
import type { WeftMap } from '../../../lib/model/weftMap'
import { createLocalBus } from '../../../server/bus/localBus'
import { doMapWork, type MapWork } from '../../../server/http/mapWork'
import { createRooms, type Rooms } from '../../../server/live/rooms'
import { checkInTurns } from '../../../server/room/checkInTurns'
import { checkUpdate } from '../../../server/room/guard'
import type { ChangeAsUpdate } from '../../../server/room/intake'
import { buildDocument, nothingAccepted, type LiveDocument } from '../../../server/room/liveDocument'
import { silentLog } from '../../../server/room/log'
import type { StoredChange } from '../../../server/room/storedChange'
import type { StoredDocument } from '../../../server/store/mapStore'
import { createMemoryStore } from '../../../server/store/memory'
import { largeWeftMap } from '../../helpers/largeWeftMap'
import { createManualClock } from '../../helpers/manualClock'
import { joinRoom } from '../../helpers/roomPeer'

const large = largeWeftMap(600, 900)
const small = largeWeftMap(2, 1)
const ids = Object.keys(large.elements)

// Once each: a map is written under another client every time.
const documents = new Map([large, small].map((map) => [map, encodeMap(map)]))
const documentOf = (map: WeftMap): Uint8Array => documents.get(map) ?? encodeMap(map)
const storedOf = (map: WeftMap): StoredDocument => ({ snapshot: documentOf(map), snapshotSeq: 1, updates: [] })
const build = (stored: StoredDocument): LiveDocument => buildDocument(stored).document
const rest = (): Promise<void> => Promise.resolve()

async function work(stored: StoredDocument, wanted: MapWork): Promise<ChangeAsUpdate> {
  const done = await doMapWork(stored, wanted)
  if ((done.kind !== 'changed' && done.kind !== 'restored') || done.change === undefined) throw new Error(done.kind)
  return done.change
}

const command = (name: string, input: object): MapWork => ({
  ...{ kind: 'commands', calls: [{ name, input }], now: 1, author: undefined },
})

/** Large changes of three kinds, each to be made on the map that it is for. */
const changes: readonly (readonly [name: string, before: WeftMap, wanted: MapWork])[] = [
  ['a clear', large, command('deleteRecords', { elements: ids, links: [] })],
  ['a long tag', large, command('tagElements', { ids, tag: 'seen by all of them'.repeat(2), on: true })],
  ['a version put back', small, { kind: 'restore', wanted: storedOf(large) }],
]

describe('a large change', () => {
  it.each(changes)(
    'ROOM-24: %s comes in pieces to the same, and counts for as much, as at once',
    async (_, map, wanted) => {
      const stored = storedOf(map)
      const { update, pieces = [] } = await work(stored, wanted)
      expect(pieces.length).toBeGreaterThan(2)
      const [whole, parted] = [build(stored), build(stored)]
      expect(whole.apply([update])).toBe(true)
      expect(await parted.applyInTurns(pieces, rest)).toBe(true)
      expect(toWeftMap(parted.view())).toEqual(toWeftMap(whole.view()))
      expect(parted.vector()).toEqual(whole.vector())
      const { before, ...touched } = whole.scale()
      expect(parted.scale()).toMatchObject(touched)
      if (touched.added + touched.removed > 0) expect(parted.scale().before).toBe(before)
      // The next change is measured by itself.
      parted.apply([])
      whole.apply([])
      expect(parted.scale()).toEqual(whole.scale())
    },
  )

  it.each(changes)('ROOM-24: the guard says the same of %s in pieces as at once', async (_, map, wanted) => {
    const change = await work(storedOf(map), wanted)
    const document = build(storedOf(map))
    const once = checkUpdate(change.update, document.clocks(nothingAccepted))
    const inTurns = await checkInTurns(document, change, rest)
    if (once.kind !== 'new' || inTurns.kind !== 'new') throw new Error(`${once.kind} and ${inTurns.kind}`)
    expect(inTurns.next).toEqual(once.next)
    expect(inTurns.overlaps).toBe(once.overlaps)
    const names = (records: typeof once.added): string[] => records.map(({ root, id }) => `${root}/${id}`).sort()
    expect(names(inTurns.added)).toEqual(names(once.added))
    document.apply([change.update])
    expect(await checkInTurns(document, change, rest)).toEqual({ kind: 'nothing-new' })
    const behind = build(storedOf(small))
    if (map === large) expect(await checkInTurns(behind, change, rest)).toEqual({ kind: 'gap' })
  })

  describe('in a room', () => {
    const id = 'large-map' as MapId
    const other = 'other-map' as MapId

    async function begin(map: WeftMap): Promise<{ rooms: Rooms; turns: () => number; changed: StoredChange[] }> {
      const store = createMemoryStore()
      await store.createMap({ id, title: 'Large', createdAt: 1, document: documentOf(map) })
      await store.createMap({ id: other, title: 'Other', createdAt: 1, document: documentOf(small) })
      const changed: StoredChange[] = []
      let turns = 0
      const rooms = createRooms({
        store,
        bus: createLocalBus((fault) => {
          throw fault
        }),
        clock: createManualClock(),
        random: createSeededRandom(3),
        log: silentLog,
        settings: { spread: 0 },
        onStored: (of, stored) => {
          if (of === id) changed.push(stored)
        },
        soon: (task) => {
          turns += 1
          setImmediate(task)
        },
      })
      return { rooms, turns: () => turns, changed }
    }

    it('ROOM-24: it is stored and told as one, with many rests on the way, and what is sent meanwhile comes after it', async () => {
      const { rooms, turns, changed } = await begin(large)
      const ana = await joinRoom(rooms, id)
      const change = await work(storedOf(large), changes[0]?.[2] ?? command('', {}))
      const steps: number[] = []
      const count = (): number => ana.doc.getMap('elements').size
      ana.doc.on('update', () => void steps.push(count()))
      const before = turns()
      const done = rooms.change(id, change, 'somebody')
      ana.doc.getMap('elements').set('late', new Y.Map(Object.entries({ kind: 'variable', label: 'Late' })))
      expect(await done).toEqual({ kind: 'done' })
      expect(turns() - before).toBeGreaterThan(2 * (change.pieces?.length ?? 0))
      const ben = await joinRoom(rooms, id)
      expect([...ben.doc.getMap('elements').keys()]).toEqual(['late'])
      // One's own, and then all of the change in one step.
      expect(steps).toEqual([ids.length + 1, 1])
      expect(changed.filter(({ scale }) => scale.removed > 0)).toMatchObject([
        { people: ['somebody'], scale: { removed: ids.length, before: ids.length } },
      ])
    })

    it('ROOM-24: whoever comes in the middle is synced to all of it', async () => {
      const { rooms } = await begin(small)
      await rooms.read(id)
      const change = await work(storedOf(small), changes[2]?.[2] ?? command('', {}))
      const done = rooms.change(id, change, undefined)
      const sizes = new Set<number>()
      const peer = await joinRoom(rooms, id)
      peer.doc.on('update', () => void sizes.add(peer.doc.getMap('elements').size))
      expect(await done).toEqual({ kind: 'done' })
      const late = await joinRoom(rooms, id)
      expect(late.doc.getMap('elements').size).toBe(ids.length)
      expect([...sizes].every((size) => size === 2 || size === ids.length)).toBe(true)
    })

    it('ROOM-24: whoever reads the map in the middle reads all of it', async () => {
      const { rooms } = await begin(small)
      await rooms.read(id)
      const change = await work(storedOf(small), changes[2]?.[2] ?? command('', {}))
      let isDone = false
      const done = rooms.change(id, change, undefined).then((answer) => {
        isDone = true
        return answer
      })
      const sizes = new Set<number | undefined>()
      while (!isDone) {
        sizes.add((await rooms.read(id))?.elements.size)
        await rooms.change(
          id,
          (view) => {
            sizes.add(view.elements.size)
            return fail('enough')
          },
          undefined,
        )
        await new Promise((resolve) => setImmediate(resolve))
      }
      expect(await done).toEqual({ kind: 'done' })
      sizes.add((await rooms.read(id))?.elements.size)
      expect([...sizes]).toEqual([2, ids.length])
    })

    it('ROOM-24: a server that stops stores and applies all of it first', async () => {
      const { rooms, changed } = await begin(small)
      await rooms.read(id)
      const done = rooms.change(id, await work(storedOf(small), changes[2]?.[2] ?? command('', {})), undefined)
      await rooms.close()
      expect(await done).toEqual({ kind: 'done' })
      expect(changed).toMatchObject([{ scale: { added: ids.length - 2 } }])
    })
  })
})
