import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import type { Command } from '../../../lib/commands/command'
import { confirmArchetype } from '../../../lib/commands/confirmArchetype'
import { letLoopGo } from '../../../lib/commands/letLoopGo'
import { moveLoopBadge } from '../../../lib/commands/moveLoopBadge'
import { nameLoop } from '../../../lib/commands/nameLoop'
import { pinLoop } from '../../../lib/commands/pinLoop'
import { createDocument } from '../../../lib/document/createDocument'
import { createUndo } from '../../../lib/document/createUndo'
import { observeMap } from '../../../lib/document/observeMap'
import { origins } from '../../../lib/document/origin'
import { readMapView } from '../../../lib/document/readMapView'
import type { LoopNote } from '../../../lib/model/loopNote'
import { fromWeftMap, toWeftMap } from '../../../lib/model/mapFile'
import { testContext, testMap } from '../../helpers/testMap'

const key = 'ab.ba'

/** Two people with a map on which, unless told otherwise, nobody has said anything of its loop. */
function pair(note?: LoopNote, clients: readonly [number, number] = [1, 2]) {
  const map = testMap({
    elements: { a: {}, b: {} },
    links: { ab: { from: 'a', to: 'b' }, ba: { from: 'b', to: 'a' } },
    ...(note === undefined ? {} : { loops: { [key]: note } }),
  })
  const first = createDocument(map)
  const second = new Y.Doc()
  ;[first.clientID, second.clientID] = clients
  Y.applyUpdate(second, Y.encodeStateAsUpdate(first))
  const person = (doc: Y.Doc) => {
    const observed = observeMap(doc)
    const undo = createUndo<undefined>(doc)
    return {
      doc,
      undo,
      loop: () => {
        expect(observed.get().loops).toEqual(readMapView(doc).loops)
        return observed.get().loops.get(key)
      },
      run<Input>(command: Command<Input>, input: Input): void {
        const result = command(observed.get(), input, testContext())
        if (!result.ok) throw new Error(result.reason.code)
        undo.perform(result.value, { origin: 'command', before: undefined, after: undefined })
      },
    }
  }
  const sync = (): void => {
    const updates = [Y.encodeStateAsUpdate(first), Y.encodeStateAsUpdate(second)] as const
    Y.applyUpdate(second, updates[0], origins.remote)
    Y.applyUpdate(first, updates[1], origins.remote)
  }
  return { ana: person(first), ben: person(second), sync }
}

type Person = ReturnType<typeof pair>['ana']
interface Saying {
  readonly what: string
  say(person: Person): void
  readonly kept: LoopNote
}

const sayings: readonly Saying[] = [
  { what: 'a name', say: ({ run }) => run(nameLoop, { key, name: 'Spiral' }), kept: { name: 'Spiral' } },
  { what: 'a story', say: ({ run }) => run(nameLoop, { key, note: 'Round' }), kept: { note: 'Round' } },
  { what: 'a pin', say: ({ run }) => run(pinLoop, { key, pinned: true }), kept: { pinned: true } },
  {
    what: 'a place',
    say: ({ run }) => run(moveLoopBadge, { key, offset: { x: 4, y: -5 } }),
    kept: { at: [4, -5] },
  },
  {
    what: 'an archetype',
    say: ({ run }) => run(confirmArchetype, { key, archetype: 'escalation' }),
    kept: { archetype: 'escalation' },
  },
]
const pairs = sayings.flatMap((one, index) => sayings.slice(index + 1).map((other) => [one, other] as const))
/** Whose writing Yjs puts first must not matter. */
const orders = [
  [1, 2],
  [2, 1],
] as const

describe('a loop that two people speak of at once', () => {
  for (const [one, other] of pairs) {
    it(`LOOPS-8: keeps ${one.what} and ${other.what}, said of a loop that nobody had spoken of`, () => {
      for (const clients of orders) {
        const { ana, ben, sync } = pair(undefined, clients)
        one.say(ana)
        other.say(ben)
        sync()
        expect(ana.loop()).toEqual({ ...one.kept, ...other.kept })
        expect(ben.loop()).toEqual(ana.loop())
        expect(readMapView(ana.doc).issues).toEqual([])
      }
    })

    it(`LOOPS-8: keeps ${one.what} and ${other.what}, changed on a loop as older maps have it`, () => {
      for (const clients of orders) {
        const old: LoopNote = { name: 'Old', note: 'Old', pinned: false, at: [0, 0], number: 3 }
        const { ana, ben, sync } = pair(old, clients)
        one.say(ana)
        other.say(ben)
        sync()
        expect(ana.loop()).toEqual({ ...old, ...one.kept, ...other.kept })
        expect(ben.loop()).toEqual(ana.loop())
      }
    })

    it(`LOOPS-8, UNDO-3: undo takes back ${one.what} and leaves ${other.what}`, () => {
      for (const clients of orders) {
        const { ana, ben, sync } = pair(undefined, clients)
        one.say(ana)
        other.say(ben)
        sync()
        ana.undo.undo()
        sync()
        expect(ben.loop()).toEqual(other.kept)
        ana.undo.redo()
        sync()
        expect(ben.loop()).toEqual({ ...one.kept, ...other.kept })
      }
    })
  }

  for (const { what, say, kept } of sayings) {
    it(`LOOPS-8: lets go of what was there and keeps ${what}, said meanwhile`, () => {
      for (const clients of orders) {
        const { ana, ben, sync } = pair({ name: 'Old', note: 'Old', number: 3 }, clients)
        ana.run(letLoopGo, { key })
        say(ben)
        sync()
        expect(ana.loop()).toEqual(kept)
        expect(ben.loop()).toEqual(kept)
        ana.undo.undo()
        sync()
        expect(ben.loop()).toEqual({ name: 'Old', note: 'Old', number: 3, ...kept })
      }
    })

    it(`LOOPS-8: a name that one takes away stays away beside ${what}`, () => {
      if (what === 'a name') return
      for (const clients of orders) {
        const { ana, ben, sync } = pair({ name: 'Old' }, clients)
        ana.run(nameLoop, { key, name: '' })
        say(ben)
        sync()
        expect(ana.loop()).toEqual(kept)
        expect(ben.loop()).toEqual(kept)
      }
    })
  }

  it('LOOPS-8: a word that changes writes itself, not the story beside it', () => {
    const { ana } = pair({ name: 'Old', note: 'x'.repeat(20_000) })
    let bytes = 0
    ana.doc.on('update', (update: Uint8Array) => (bytes += update.length))
    ana.run(pinLoop, { key, pinned: true })
    expect(bytes).toBeLessThan(1_000)
  })

  it('LOOPS-8: who reads the record alone finds what was said when it was made', () => {
    const { ana } = pair()
    ana.run(nameLoop, { key, name: 'Spiral', number: 4 })
    expect(ana.doc.getMap('loops').get(key)).toEqual({ name: 'Spiral', number: 4 })
    ana.run(nameLoop, { key, name: '' })
    expect(ana.loop()).toBeUndefined()
    expect(ana.doc.getMap('loops').size).toBe(0)
  })

  it('LOOPS-8: files say it as one record, in the old words', () => {
    const { ana } = pair({ name: 'Old' })
    ana.run(nameLoop, { key, note: 'Round' })
    ana.run(pinLoop, { key, pinned: true })
    const file = toWeftMap(readMapView(ana.doc))
    expect(file.loops).toEqual({ [key]: { name: 'Old', note: 'Round', pinned: true } })
    expect(fromWeftMap(file).loops.get(key)).toEqual(ana.loop())
  })

  it('LOOPS-8: notes and fields that other programs named in their own way are changed, let go and brought back', () => {
    const odd = 'a loop of theirs'
    const { ana, ben, sync } = pair()
    ana.doc.getMap<unknown>('loops').set(odd, { name: 'Old', 'their field': [1] })
    ana.doc.getMap<unknown>('loops').set(key, { name: 'Old', 'their field': [2] })
    sync()
    const all = () => Object.fromEntries(readMapView(ana.doc).loops)
    ben.run(nameLoop, { key: odd, name: 'New' })
    ben.run(nameLoop, { key, note: 'Told' })
    sync()
    const changed = {
      [odd]: { name: 'New', 'their field': [1] },
      [key]: { name: 'Old', note: 'Told', 'their field': [2] },
    }
    expect(all()).toEqual(changed)
    for (const each of [odd, key]) ben.run(letLoopGo, { key: each })
    sync()
    expect(all()).toEqual({})
    for (const _ of [odd, key]) ben.undo.undo()
    sync()
    expect(all()).toEqual(changed)
  })

  it('LOOPS-8, DOC-2: fields of a newer version are kept; a bad one costs itself and is reported', () => {
    const { ana, ben, sync } = pair({ name: 'Old' })
    const stored = ana.doc.getMap<unknown>('loops')
    stored.set(`${key}#mood`, { of: ['many'] })
    stored.set(`${key}#pinned`, 'yes')
    stored.set('no key#name', { name: 'Odd' })
    sync()
    expect(ben.loop()).toEqual({ name: 'Old', mood: { of: ['many'] } })
    expect(readMapView(ben.doc).loops.get('no key#name')).toEqual({ name: 'Odd' })
    expect(readMapView(ben.doc).issues).toEqual([{ kind: 'bad-record', root: 'loops', id: key, field: 'pinned' }])
    ben.run(pinLoop, { key, pinned: true })
    sync()
    expect(ana.loop()).toEqual({ name: 'Old', mood: { of: ['many'] }, pinned: true })
  })
})
