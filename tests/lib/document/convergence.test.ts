import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { createSeededRandom } from '../../../lib/base/random'
import { addElement } from '../../../lib/commands/addElement'
import { addLink } from '../../../lib/commands/addLink'
import type { Command } from '../../../lib/commands/command'
import { deleteRecords } from '../../../lib/commands/deleteRecords'
import { duplicateElements } from '../../../lib/commands/duplicateElements'
import { letLoopGo } from '../../../lib/commands/letLoopGo'
import { nameLoop } from '../../../lib/commands/nameLoop'
import { pinLoop } from '../../../lib/commands/pinLoop'
import { placeElements } from '../../../lib/commands/placeElements'
import { reconnectLink } from '../../../lib/commands/reconnectLink'
import { renameElement } from '../../../lib/commands/renameElement'
import { setDescription } from '../../../lib/commands/setDescription'
import { setElementFields } from '../../../lib/commands/setElementFields'
import { setTitle } from '../../../lib/commands/setTitle'
import { createDocument } from '../../../lib/document/createDocument'
import { createUndo } from '../../../lib/document/createUndo'
import { observeMap } from '../../../lib/document/observeMap'
import { origins } from '../../../lib/document/origin'
import { readMapView } from '../../../lib/document/readMapView'
import { toWeftMap } from '../../../lib/model/mapFile'
import { firstSeed, seedCount } from '../../helpers/seeds'
import type { MapView } from '../../../lib/model/mapView'
import { testContext, testMap } from '../../helpers/testMap'

type Random = ReturnType<typeof createSeededRandom>

/** Key of the loop that peers speak of. */
const spiral = 'ab.ba'

/** Peers that act at random, each update reaching each other peer late and in its own order. */
function play(seed: number, steps: number, watchUndo?: (author: string, before: MapView, after: MapView) => void) {
  const random = createSeededRandom(seed)
  const first = createDocument(
    testMap({
      elements: { a: {}, b: {}, c: {} },
      links: { ab: { from: 'a', to: 'b' }, ba: { from: 'b', to: 'a' } },
    }),
  )
  const peers = [first, new Y.Doc(), new Y.Doc()].map((doc, index) => {
    if (doc !== first) Y.applyUpdate(doc, Y.encodeStateAsUpdate(first), origins.remote)
    return {
      doc,
      map: observeMap(doc),
      undo: createUndo<undefined>(doc),
      context: testContext(seed * 7 + index),
      inbox: [] as Uint8Array[],
    }
  })
  for (const peer of peers) {
    peer.doc.on('update', (update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      if (!transaction.local) return
      for (const other of peers) if (other !== peer) other.inbox.push(update)
    })
  }
  type Peer = (typeof peers)[number]
  const run = <Input>(peer: Peer, command: Command<Input>, input: Input): void => {
    const result = command(peer.map.get(), input, peer.context)
    if (result.ok) peer.undo.perform(result.value, { origin: 'command', before: undefined, after: undefined })
  }
  for (let step = 0; step < steps; step++) {
    const peer = peers[random.below(peers.length)]
    if (peer === undefined) continue
    if (random.below(3) === 0) {
      // Not in order: the network owes nothing.
      const [update] = peer.inbox.splice(random.below(peer.inbox.length), 1)
      if (update !== undefined) Y.applyUpdate(peer.doc, update, origins.remote)
    } else {
      const before = peer.map.get()
      const author = String(peers.indexOf(peer))
      const undo = {
        undo: () => {
          peer.undo.undo()
          watchUndo?.(author, before, peer.map.get())
        },
        redo: () => peer.undo.redo(),
      }
      act(before, random, (command, input) => run(peer, command, input), undo, author, watchUndo === undefined)
    }
  }
  for (const peer of peers) for (const update of peer.inbox.splice(0)) Y.applyUpdate(peer.doc, update, origins.remote)
  return peers
}

function act(
  view: MapView,
  random: Random,
  run: <Input>(command: Command<Input>, input: Input) => void,
  undo: { undo(): unknown; redo(): unknown },
  author: string,
  mayCopy: boolean,
): void {
  const pick = <Item>(items: Iterable<Item>): Item | undefined => {
    const all = [...items]
    return all[random.below(all.length)]
  }
  const [one, two, joined] = [pick(view.elements.keys()), pick(view.elements.keys()), pick(view.links.keys())]
  const word = `${author}:${random.below(1_000).toString(36)}`
  const at = { x: random.below(900), y: random.below(900) }
  const acts: readonly (() => unknown)[] = [
    () => run(addElement, { kind: random.below(4) === 0 ? 'stakeholder' : 'variable', at, label: word }),
    () => one && two && run(addLink, { from: one, to: two }),
    () => one && run(renameElement, { id: one, label: word }),
    () => one && run(setElementFields, { ids: [one], fields: { tags: random.below(3) === 0 ? null : [word] } }),
    () => one && run(placeElements, { positions: new Map([[one, at]]) }),
    () => one && random.below(2) === 0 && run(deleteRecords, { elements: [one], links: [] }),
    () =>
      one &&
      mayCopy &&
      run(duplicateElements, { elements: two === undefined ? [one] : [one, two], offset: { x: 9, y: 9 } }),
    () => joined && two && run(reconnectLink, { id: joined, end: 'to', element: two }),
    () =>
      one &&
      run(setDescription, { root: 'elements', id: one, text: (view.elements.get(one)?.description ?? '') + word }),
    () => run(setTitle, { title: word }),
    () => run(nameLoop, { key: spiral, name: random.below(4) === 0 ? '' : word }),
    () => run(nameLoop, { key: spiral, note: word }),
    () => run(pinLoop, { key: spiral, pinned: random.below(2) === 0 }),
    () => random.below(2) === 0 && run(letLoopGo, { key: spiral }),
    () => undo.undo(),
    () => undo.redo(),
  ]
  acts[random.below(acts.length)]?.()
}

describe('peers', () => {
  it('DOC-13, DOC-5: agree after any order of acts, undos and deliveries, and follow as they would read anew', () => {
    const start = firstSeed()
    for (let round = 0; round < seedCount(40); round++) {
      const message = `seed ${start + round}`
      const peers = play(start + round, 120)
      const maps = peers.map((peer) => toWeftMap(readMapView(peer.doc)))
      expect(maps[1], message).toEqual(maps[0])
      expect(maps[2], message).toEqual(maps[0])
      for (const peer of peers) expect(toWeftMap(peer.map.get()), message).toEqual(maps[0])
      const issues = (view: MapView) => view.issues.map((issue) => JSON.stringify(issue)).sort()
      for (const peer of peers) expect(issues(peer.map.get()), message).toEqual(issues(readMapView(peer.doc)))
    }
  })

  it('UNDO-2, UNDO-3, UNDO-4: an undo never takes away what somebody else wrote', () => {
    const start = firstSeed()
    const lost: string[] = []
    for (let round = 0; round < seedCount(40); round++) {
      play(start + round, 120, (author, before, after) => {
        const isTheirs = (word: string | undefined) => word !== undefined && /^[0-9]:/.test(word) && word[0] !== author
        const look = (what: string, was: string | undefined, is: string | undefined): void => {
          if (isTheirs(was) && is !== was) lost.push(`seed ${start + round}: ${what} ${was} became ${is}`)
        }
        for (const [id, { label, tags }] of before.elements) {
          const now = after.elements.get(id)
          look(`label of ${id}`, label, now?.label)
          look(`tag of ${id}`, tags?.[0], now?.tags?.[0])
        }
        const [said, says] = [before.loops.get(spiral), after.loops.get(spiral)]
        look('name of the loop', said?.name, says?.name)
        look('story of the loop', said?.note, says?.note)
        look('title', before.meta.title, after.meta.title)
      })
    }
    expect(lost).toEqual([])
  })
})
