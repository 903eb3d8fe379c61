import { afterEach, describe, expect, it } from 'vitest'
import { createSeededRandom } from '../../../lib/base/random'
import type { MapId } from '../../../lib/base/ids'
import { addElement } from '../../../lib/commands/addElement'
import { deleteRecords } from '../../../lib/commands/deleteRecords'
import { renameElement } from '../../../lib/commands/renameElement'
import { setTitle } from '../../../lib/commands/setTitle'
import { createDocument } from '../../../lib/document/createDocument'
import { readMapView } from '../../../lib/document/readMapView'
import { createEditor, type EditorOptions } from '../../../lib/editor/createEditor'
import type { Editor } from '../../../lib/editor/editor'
import { putBack } from '../../../lib/editor/putBack'
import type { ToldTaken } from '../../../lib/editor/taken'
import type { RoomEvent } from '../../../lib/protocol/events'
import { createFakeDevice, createFakeServer, type FakeClient, type FakeDevice } from '../../helpers/fakeServer'
import { createManualClock } from '../../helpers/manualClock'
import { element, elements, testMap } from '../../helpers/testMap'

const open: Editor[] = []
afterEach(() => {
  for (const editor of open.splice(0)) editor.close()
})

/** A server with one map (a → b), and people who open it. */
async function world() {
  const server = createFakeServer(
    createDocument(testMap({ elements: { a: {}, b: {} }, links: { ab: { from: 'a', to: 'b' } } })),
  )
  const clock = createManualClock()
  let seed = 1
  const enter = async (
    name: string,
    options: Partial<EditorOptions> & { readonly device?: FakeDevice } = {},
  ): Promise<{ readonly editor: Editor; readonly client: FakeClient }> => {
    const { device = createFakeDevice(), ...rest } = options
    const editor = createEditor({
      mapId: 'map' as MapId,
      participant: { id: name, name, colour: 1 },
      role: 'contributor',
      socketUrl: 'ws://nowhere',
      clock,
      random: createSeededRandom(seed++),
      openTransport: server.openTransport,
      openLocalCopy: device.openLocalCopy,
      ...rest,
    })
    open.push(editor)
    await settle()
    clock.advance(100)
    return { editor, client: server.clients.at(-1) as FakeClient }
  }
  return { server, clock, enter }
}
/** Lets promises that are due run. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
const label = (editor: Editor, id: string) => editor.view.get().elements.get(element(id))?.label
const rename = (editor: Editor, id: string, to: string) => editor.run(renameElement, { id: element(id), label: to })

describe('what was written before a reload', () => {
  it('TAKE-9: and has not been sent, is told as lost where somebody else has deleted it meanwhile', async () => {
    const { clock, enter } = await world()
    const device = createFakeDevice()
    const [ana, ben] = [await enter('Ana'), await enter('Ben', { device })]
    ben.client.drop()
    rename(ben.editor, 'b', 'Ben’s words')
    ben.editor.close()
    ana.editor.run(deleteRecords, { elements: elements('b'), links: [] })

    const { editor: again } = await enter('Ben', { device })
    const taken: ToldTaken[] = []
    again.onTaken((one) => taken.push(one))
    clock.advance(1_000)
    expect(taken).toHaveLength(1)
    const [told] = taken
    expect(told?.elements.get(element('b'))?.label).toBe('Ben’s words')
    expect(told?.changed).toEqual(new Set(['b']))
    if (told !== undefined) again.run(putBack, told)
    expect(label(ana.editor, 'b')).toBe('Ben’s words')
  })

  it('TAKE-9: and was sent, is no loss of this page any more', async () => {
    const { clock, enter } = await world()
    const device = createFakeDevice()
    const [ana, ben] = [await enter('Ana'), await enter('Ben', { device })]
    rename(ben.editor, 'b', 'Ben’s words')
    clock.advance(1_000)
    ben.editor.close()
    ana.editor.run(deleteRecords, { elements: elements('b'), links: [] })
    const { editor: again } = await enter('Ben', { device })
    const taken: ToldTaken[] = []
    again.onTaken((one) => taken.push(one))
    clock.advance(1_000)
    expect(taken).toEqual([])
  })
})

describe('two people', () => {
  it('see each other draw, and each undoes only their own', async () => {
    const { server, enter } = await world()
    const [ana, ben] = [await enter('Ana'), await enter('Ben')]
    expect(rename(ana.editor, 'a', 'From Ana').ok).toBe(true)
    expect(rename(ben.editor, 'b', 'From Ben').ok).toBe(true)
    expect(label(ben.editor, 'a')).toBe('From Ana')
    expect(readMapView(server.doc).elements.get(element('b'))?.label).toBe('From Ben')
    expect(ana.editor.undo()).toMatchObject({ step: 'renamed', name: 'From Ana' })
    expect(ana.editor.undo()).toBeUndefined()
    expect([label(ben.editor, 'a'), label(ben.editor, 'b')]).toEqual(['A', 'From Ben'])
    expect(ana.editor.undoState.get()).toEqual({ canUndo: false, canRedo: true })
    expect(ana.editor.redo()).toMatchObject({ step: 'renamed', name: 'From Ana' })
    expect(label(ben.editor, 'a')).toBe('From Ana')
  })

  it('SYNC-10: tell their own changes from others’', async () => {
    const { enter } = await world()
    const [ana, ben] = [await enter('Ana'), await enter('Ben')]
    const told: string[] = []
    for (const [name, { editor }] of Object.entries({ ana, ben })) {
      editor.view.subscribe(() => told.push(`${name} ${editor.isOwnChange()}`))
    }
    rename(ana.editor, 'a', 'From Ana')
    ana.editor.undo()
    expect(told.sort()).toEqual(['ana true', 'ana true', 'ben false', 'ben false'])
  })

  it('PRES-6: see who is here, again at once after a reconnect', async () => {
    const { enter, clock } = await world()
    const [ana, ben] = [await enter('Ana'), await enter('Ben')]
    ana.editor.present({ cursor: [4, 5] })
    ana.editor.select({ elements: elements('a'), links: [] })
    clock.advance(100)
    const seen = () =>
      ben.editor.people.get().map(({ id, presence }) => [id, presence.cursor, presence.selection?.elements])
    expect(seen()).toEqual([['Ana', [4, 5], ['a']]])
    expect(ana.editor.people.get().map((person) => person.id)).toEqual(['Ben'])
    ana.client.drop()
    expect(seen()).toEqual([])
    expect(ana.editor.people.get()).toEqual([])
    ana.editor.reconnect()
    expect(seen()).toEqual([['Ana', [4, 5], ['a']]])
  })
})

describe('the status of one editor', () => {
  it('SYNC-1, SYNC-9: goes from loading over saved and saving to saved', async () => {
    const { server, enter } = await world()
    server.confirmsAtOnce = false
    const { editor, client } = await enter('Ana')
    expect(editor.sync.get()).toEqual({ kind: 'saving' })
    client.acknowledge()
    expect(editor.sync.get()).toEqual({ kind: 'saved' })
    rename(editor, 'a', 'New')
    expect(editor.sync.get()).toEqual({ kind: 'saving' })
    client.acknowledge()
    expect(editor.sync.get()).toEqual({ kind: 'saved' })
  })

  it('SYNC-9: nothing can be changed before the map is there', async () => {
    const { server, enter, clock } = await world()
    server.goDown()
    const { editor } = await enter('Ana')
    clock.advance(5_000)
    expect(editor.sync.get()).toEqual({ kind: 'loading' })
    expect(editor.self.get().mayEdit).toBe(false)
    expect(editor.run(setTitle, { title: 'X' })).toEqual({ ok: false, reason: { code: 'read-only' } })
    server.comeUp()
    expect(editor.self.get().mayEdit).toBe(true)
    expect(label(editor, 'a')).toBe('A')
  })

  it('SYNC-2, SYNC-3: edits made offline survive a reload and merge on return', async () => {
    const { server, enter, clock } = await world()
    const device = createFakeDevice()
    const first = await enter('Ana', { device })
    const ben = await enter('Ben')
    first.client.drop()
    rename(first.editor, 'a', 'Offline')
    first.editor.run(addElement, { kind: 'note', at: { x: 1, y: 1 }, label: 'Kept' })
    expect(first.editor.sync.get()).toEqual({ kind: 'offline', unsent: 2, kept: true })
    clock.advance(1_000)
    first.editor.close()

    rename(ben.editor, 'b', 'Meanwhile')
    server.goDown()
    const again = await enter('Ana', { device })
    expect(again.editor.sync.get()).toEqual({ kind: 'offline', unsent: 2, kept: true })
    expect(label(again.editor, 'a')).toBe('Offline')
    server.comeUp()
    expect(again.editor.sync.get()).toEqual({ kind: 'saved' })
    expect([label(ben.editor, 'a'), label(ben.editor, 'b')]).toEqual(['Offline', 'Meanwhile'])
    expect([...again.editor.view.get().elements.values()].map((one) => one.label).sort()).toEqual([
      'Kept',
      'Meanwhile',
      'Offline',
    ])
    clock.advance(1_000)
    expect(device.kept.get('weft-map-map')?.unsent).toBe(0)
  })

  it('SYNC-8: says when this device keeps nothing, from the start or later', async () => {
    const { enter } = await world()
    const device = createFakeDevice()
    device.fail()
    const never = await enter('Ana', { device })
    expect(never.editor.sync.get()).toEqual({ kind: 'saved' })
    never.client.drop()
    rename(never.editor, 'a', 'X')
    expect(never.editor.sync.get()).toEqual({ kind: 'offline', unsent: 1, kept: false })

    const full = createFakeDevice()
    const later = await enter('Ben', { device: full })
    later.client.drop()
    expect(later.editor.sync.get()).toMatchObject({ kept: true })
    full.fail()
    expect(later.editor.sync.get()).toMatchObject({ kept: false })
  })

  it('SYNC-4: closed for good keeps the edits and says so; trying again is possible', async () => {
    const { server, enter } = await world()
    server.confirmsAtOnce = false
    const { editor, client } = await enter('Ana')
    client.acknowledge()
    rename(editor, 'a', 'Unconfirmed')
    client.closeFor('role')
    expect(editor.sync.get()).toEqual({ kind: 'closed', reason: 'role', unsent: 1, kept: true })
    expect(editor.self.get().mayEdit).toBe(false)
    expect(label(editor, 'a')).toBe('Unconfirmed')
    server.confirmsAtOnce = true
    editor.reconnect()
    expect(editor.sync.get()).toEqual({ kind: 'saved' })
    expect(editor.self.get().mayEdit).toBe(true)
  })

  it('SYNC-6: a map of a newer Weft can be read and not changed', async () => {
    const { server, enter } = await world()
    const { editor } = await enter('Ana')
    server.doc.getMap('meta').set('schemaVersion', 2)
    expect(editor.sync.get()).toEqual({ kind: 'read-only', schemaVersion: 2 })
    expect(rename(editor, 'a', 'X')).toEqual({ ok: false, reason: { code: 'read-only' } })
    expect(editor.undo()).toBeUndefined()
    expect(label(editor, 'a')).toBe('A')
  })
})

describe('roles', () => {
  const welcome = (role: 'viewer' | 'contributor'): RoomEvent => ({
    kind: 'welcome',
    role,
    participant: { id: 'Ana', name: 'Ana Maria', colour: 7 },
    version: '1',
  })

  it('the server says who one is', async () => {
    const { enter } = await world()
    const heard: RoomEvent[] = []
    const { editor, client } = await enter('Ana', { onEvent: (event) => heard.push(event) })
    client.tell(welcome('contributor'))
    expect(editor.self.get()).toEqual({ id: 'Ana', name: 'Ana Maria', colour: 7, role: 'contributor', mayEdit: true })
    const participants = [{ id: 'Ana', name: 'Ann', colour: 3, role: 'viewer', here: true } as const]
    client.tell({ kind: 'participants', participants })
    expect(editor.self.get()).toEqual({ id: 'Ana', name: 'Ann', colour: 3, role: 'viewer', mayEdit: false })
    expect(heard.map((event) => event.kind)).toEqual(['welcome', 'participants'])
  })

  it('PEOPLE-40, SYNC-13: hears of one person as of all, and of what was refused', async () => {
    const { server, enter } = await world()
    const { editor, client } = await enter('Ana')
    const row = { colour: 1, here: true, role: 'contributor' } as const
    const participants = [
      { ...row, id: 'Ana', name: 'Ana' },
      { ...row, id: 'ben', name: 'Ben' },
    ]
    client.tell({ kind: 'participants', participants })
    client.tell({ kind: 'participant', participant: { ...row, id: 'ben', name: 'Ben', hand: 3 } })
    expect(editor.people.get()).toMatchObject([{ id: 'ben', name: 'Ben', hand: 3, away: true }])
    server.confirmsAtOnce = false
    rename(editor, 'a', 'Under way')
    client.tell({ kind: 'participant', participant: { ...row, id: 'Ana', name: 'Ana', role: 'viewer' } })
    expect(editor.self.get()).toMatchObject({ role: 'viewer', mayEdit: false })
    expect(editor.sync.get()).toEqual({ kind: 'saving' })
    client.tell({ kind: 'refused', code: 'role', message: '' })
    expect(editor.sync.get()).toEqual({ kind: 'withheld', unsent: 1, kept: true })
    client.drop()
    expect(editor.people.get()).toEqual([])
  })

  it('LOOK-16: what is shown to all lasts until it is over, and over a break only if it is said again', async () => {
    const { enter } = await world()
    const { editor, client } = await enter('Ana')
    const shown = (id: string) => ({ id, by: 'Ben', byName: 'Ben', name: 'Money', view: 'map', look: {} })
    const told: (string | undefined)[] = []
    editor.shown.subscribe(() => told.push(editor.shown.get()?.id))
    client.tell(welcome('contributor'))
    client.tell({ kind: 'shown', shown: shown('one') })
    client.tell({ kind: 'participants', participants: [] })
    // Somebody came: it is said again.
    client.tell({ kind: 'shown', shown: shown('one') })
    client.tell({ kind: 'shown', shown: shown('two') })
    client.tell(welcome('contributor'))
    client.tell({ kind: 'shown', shown: shown('two') })
    client.tell({ kind: 'participants', participants: [] })
    expect(told).toEqual(['one', 'two'])
    client.tell(welcome('contributor'))
    client.tell({ kind: 'participants', participants: [] })
    expect(told).toEqual(['one', 'two', undefined])
    client.tell({ kind: 'shown', shown: shown('three') })
    client.tell({ kind: 'shown', shown: null })
    expect(told).toEqual(['one', 'two', undefined, 'three', undefined])
  })

  it('SYNC-5: who may only read sends nothing of what the device kept; it is sent when they may edit again', async () => {
    const { server, enter, clock } = await world()
    const device = createFakeDevice()
    const first = await enter('Ana', { device })
    first.client.drop()
    rename(first.editor, 'a', 'Leftover')
    clock.advance(1_000)
    first.editor.close()

    const reader = await enter('Ana', { device, role: 'viewer' })
    expect(label(reader.editor, 'a')).toBe('A')
    expect(reader.editor.sync.get()).toEqual({ kind: 'saved' })
    expect(reader.editor.self.get().mayEdit).toBe(false)
    expect(rename(reader.editor, 'a', 'X')).toMatchObject({ reason: { code: 'read-only' } })
    expect(readMapView(server.doc).elements.get(element('a'))?.label).toBe('A')

    reader.client.tell(welcome('contributor'))
    await settle()
    expect(reader.client.mayWrite).toBe(true)
    expect(readMapView(server.doc).elements.get(element('a'))?.label).toBe('Leftover')
    expect(reader.editor.sync.get()).toEqual({ kind: 'saved' })
    expect(reader.editor.self.get().mayEdit).toBe(true)
  })

  it('SYNC-5: who loses the right to edit stops sending', async () => {
    const { enter } = await world()
    const { editor, client } = await enter('Ana')
    client.tell(welcome('viewer'))
    expect(client.mayWrite).toBe(false)
    expect(editor.self.get().mayEdit).toBe(false)
    expect(rename(editor, 'a', 'X').ok).toBe(false)
  })
})

describe('selection', () => {
  it('follows what a command made, and what undo brings back', async () => {
    const { enter } = await world()
    const { editor } = await enter('Ana')
    editor.select({ elements: elements('a'), links: [] })
    editor.run(addElement, { kind: 'note', at: { x: 0, y: 0 }, id: element('n') })
    expect(editor.selection.get().elements).toEqual(['n'])
    editor.undo()
    expect(editor.selection.get().elements).toEqual(['a'])
    editor.redo()
    expect(editor.selection.get().elements).toEqual(['n'])
  })

  it('never holds what is not on the map', async () => {
    const { enter } = await world()
    const [ana, ben] = [await enter('Ana'), await enter('Ben')]
    ana.editor.select({ elements: elements('a', 'b', 'gone'), links: [] })
    expect(ana.editor.selection.get().elements).toEqual(['a', 'b'])
    ben.editor.run(deleteRecords, { elements: elements('a'), links: [] })
    expect(ana.editor.selection.get().elements).toEqual(['b'])
  })
})

describe('closing', () => {
  it('ends everything, once', async () => {
    const { server, enter } = await world()
    const { editor, client } = await enter('Ana')
    editor.close()
    editor.close()
    expect(client.isConnected).toBe(false)
    server.doc.getMap('meta').set('title', 'After')
    expect(editor.view.get().meta.title).toBe('Test')
  })

  it('a slow device does not keep people from the map, and an editor closed early never connects', async () => {
    const { server, enter, clock } = await world()
    const never = { loaded: new Promise<never>(() => undefined), onLost() {}, noteUnsent() {}, close() {} }
    const slow = await enter('Ana', { openLocalCopy: () => never })
    expect(server.clients).toHaveLength(0)
    clock.advance(2_000)
    expect(server.clients).toHaveLength(1)
    expect(slow.editor.view.get().elements.size).toBe(2)
    expect(slow.editor.sync.get()).toEqual({ kind: 'saving' })
    const early = await enter('Ben', { openLocalCopy: () => never })
    early.editor.close()
    clock.advance(2_000)
    expect(server.clients).toHaveLength(1)
  })
})
