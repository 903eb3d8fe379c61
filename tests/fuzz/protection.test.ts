import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createSeededRandom, type Random } from '../../lib/base/random'
import { noProtection, protect, type Protection, type ProtectionAct } from '../../lib/practice/protection'
import { createLocalBus } from '../../server/bus/localBus'
import { createRooms } from '../../server/live/rooms'
import { silentLog } from '../../server/room/log'
import { createMemoryStore } from '../../server/store/memory'
import { createManualClock } from '../helpers/manualClock'
import { joinRoom, settle, type RoomPeer } from '../helpers/roomPeer'
import { addLink, addSampleMap, addVariable, readStoredDoc } from '../helpers/sampleMap'
import { firstSeed, seedCount } from '../helpers/seeds'

const steps = 60
const elementIds = ['a', 'b', 'c', 'd', 'e', 'f']
const linkIds = ['ab', 'bc', 'cd', 'da']
const views = ['positions:board', 'positions:grid']

describe('locks, whatever happens', () => {
  it.each(Array.from({ length: seedCount(12) }, (_, index) => firstSeed() + index))(
    'PROTECT-14: seed %i: all peers converge, and what is locked is as the facilitator left it',
    async (seed) => {
      const random = createSeededRandom(seed)
      const clock = createManualClock()
      const store = createMemoryStore()
      const map = await addSampleMap(store)
      const bus = createLocalBus((fault) => {
        throw fault
      })
      const rooms = createRooms({ store, bus, clock, random: createSeededRandom(seed), log: silentLog })
      const fay = await joinRoom(rooms, map, { person: 'fay', role: 'facilitator' })
      for (const id of elementIds.slice(0, 4)) addVariable(fay.doc, id)
      for (const id of linkIds) addLink(fay.doc, id, id.slice(0, 1), id.slice(1))
      await settle()
      const contributors: RoomPeer[] = [
        await joinRoom(rooms, map, { person: 'ana' }),
        await joinRoom(rooms, map, { person: 'cem' }),
      ]
      const offline = new Set<number>()
      let protection: Protection = noProtection
      /** What is locked, as it was when it was locked or when the facilitator last changed it. */
      const kept = new Map<string, unknown>()
      const keep = (): void => {
        kept.clear()
        for (const id of protection.elements) kept.set(`elements/${id}`, readElement(fay.doc, id))
        for (const id of protection.links)
          kept.set(`links/${id}`, fay.doc.getMap<Y.Map<unknown>>('links').get(id)?.toJSON())
      }
      const check = (): void => {
        for (const [name, value] of kept) {
          const [root, id = ''] = name.split('/')
          const now =
            root === 'elements' ? readElement(fay.doc, id) : fay.doc.getMap<Y.Map<unknown>>('links').get(id)?.toJSON()
          expect([name, now]).toEqual([name, value])
        }
      }

      for (let step = 0; step < steps; step += 1) {
        const who = below(random, 10)
        if (who < 2) {
          protection = protect(protection, pickAct(random, fay.doc), clock.now()) ?? protection
          rooms.protect(map, { version: step + 1, protection })
          keep()
        } else if (who < 3) {
          // Nothing of anybody else is under way then, so that this is the last word on what is locked.
          await settle()
          edit(fay.doc, random)
          await settle()
          keep()
        } else if (who < 4) {
          const index = below(random, contributors.length)
          const peer = contributors[index]
          if (peer === undefined) continue
          if (offline.delete(index)) {
            contributors[index] = await joinRoom(rooms, map, { person: nameOf(index), doc: peer.doc })
          } else {
            offline.add(index)
            peer.leave()
          }
        } else {
          const peer = contributors[who % 2]
          if (peer !== undefined) {
            for (let act = below(random, 3); act >= 0; act -= 1) edit(peer.doc, random)
          }
          if (below(random, 2) === 0) await settle()
        }
        clock.advance(600)
        check()
      }
      for (const index of offline) {
        const peer = contributors[index]
        if (peer !== undefined)
          contributors[index] = await joinRoom(rooms, map, { person: nameOf(index), doc: peer.doc })
      }
      for (let round = 0; round < 20; round += 1) await settle()
      check()
      const all = plain(fay.doc)
      expect(plain(await readStoredDoc(store, map))).toEqual(all)
      for (const { doc, socket } of contributors) {
        expect(socket.closeCode).toBeUndefined()
        expect(plain(doc)).toEqual(all)
      }
    },
  )
})

const nameOf = (index: number): string => (index === 0 ? 'ana' : 'cem')

function below(random: Random, count: number): number {
  return (random.bytes(1)[0] ?? 0) % count
}

function pick<Value>(random: Random, values: readonly Value[]): Value | undefined {
  return values[below(random, values.length)]
}

function pickAct(random: Random, doc: Y.Doc): ProtectionAct {
  const elements = elementIds.filter((id) => below(random, 3) === 0 && doc.getMap('elements').has(id))
  const links = linkIds.filter((id) => below(random, 4) === 0 && doc.getMap('links').has(id))
  switch (below(random, 5)) {
    case 0:
      return { act: 'unlock', elements, links }
    case 1:
      return { act: 'layout', on: below(random, 2) === 0 }
    case 2:
      return { act: 'own-only', on: below(random, 2) === 0 }
    default:
      return { act: 'lock', elements, links }
  }
}

function readElement(doc: Y.Doc, id: string): unknown {
  return [doc.getMap<Y.Map<unknown>>('elements').get(id)?.toJSON(), ...views.map((view) => doc.getMap(view).get(id))]
}

function plain(doc: Y.Doc): Record<string, unknown> {
  return Object.fromEntries(
    ['elements', 'links', ...views].map((name) => [name, doc.getMap(name).toJSON() as Record<string, unknown>]),
  )
}

/** What a client that knows no rule may do. */
function edit(doc: Y.Doc, random: Random): void {
  const id = pick(random, elementIds) ?? 'a'
  const element = doc.getMap<unknown>('elements').get(id)
  const word = String(below(random, 100))
  doc.transact(() => {
    switch (below(random, 9)) {
      case 0:
        doc.getMap('elements').delete(id)
        for (const view of views) doc.getMap(view).delete(id)
        break
      case 1:
        addVariable(doc, id, word)
        break
      case 2:
        if (element instanceof Y.Map) element.set('label', word)
        break
      case 3:
      case 4: {
        const text: unknown = element instanceof Y.Map ? element.get('description') : undefined
        if (!(text instanceof Y.Text)) break
        if (text.length > 2 && below(random, 2) === 0) text.delete(below(random, text.length - 1), 1)
        else text.insert(below(random, text.length + 1), word)
        break
      }
      case 5:
        doc.getMap(pick(random, views) ?? 'positions:board').set(id, [below(random, 100), below(random, 100)])
        break
      case 6: {
        const link = doc.getMap<unknown>('links').get(pick(random, linkIds) ?? '')
        if (link instanceof Y.Map) link.set(pick(random, ['from', 'to', 'polarity']) ?? 'to', id)
        break
      }
      case 7:
        doc.getMap('links').delete(pick(random, linkIds) ?? '')
        break
      default:
        addLink(doc, pick(random, linkIds) ?? 'ab', id, pick(random, elementIds) ?? 'b')
    }
  })
}
