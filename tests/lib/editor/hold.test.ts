import { afterEach, describe, expect, it } from 'vitest'
import type { MapId } from '../../../lib/base/ids'
import { createSeededRandom } from '../../../lib/base/random'
import { renameElement } from '../../../lib/commands/renameElement'
import { createDocument } from '../../../lib/document/createDocument'
import { createEditor } from '../../../lib/editor/createEditor'
import type { Editor } from '../../../lib/editor/editor'
import { createSyncTracker } from '../../../lib/editor/syncStatus'
import type { RoomEvent } from '../../../lib/protocol/events'
import type { Role } from '../../../lib/protocol/role'
import { createFakeDevice, createFakeServer, type FakeClient } from '../../helpers/fakeServer'
import { createManualClock } from '../../helpers/manualClock'
import { element, testMap } from '../../helpers/testMap'

const open: Editor[] = []
afterEach(() => {
  for (const editor of open.splice(0)) editor.close()
})
const held: RoomEvent = { kind: 'hold', hold: { id: 'h', person: 'ana', name: 'Ana' } }
const released: RoomEvent = { kind: 'hold', hold: null }

async function enter(role: Role): Promise<{ readonly editor: Editor; readonly client: FakeClient }> {
  const server = createFakeServer(createDocument(testMap({ elements: { a: {} } })))
  const clock = createManualClock()
  const editor = createEditor({
    mapId: 'map' as MapId,
    participant: { id: 'cem', name: 'Cem', colour: 1 },
    role,
    socketUrl: 'ws://nowhere',
    clock,
    random: createSeededRandom(1),
    openTransport: server.openTransport,
    openLocalCopy: createFakeDevice().openLocalCopy,
  })
  open.push(editor)
  await new Promise((resolve) => setImmediate(resolve))
  clock.advance(100)
  return { editor, client: server.clients.at(-1) as FakeClient }
}
const rename = ({ editor }: { readonly editor: Editor }, label: string) =>
  editor.run(renameElement, { id: element('a'), label })

describe('a tab of a map that is held', () => {
  it('PEOPLE-65: edits nothing until it is released, and says why', async () => {
    const cem = await enter('contributor')
    cem.client.tell(held)
    expect(cem.editor.hold.get()).toMatchObject({ name: 'Ana' })
    expect(cem.editor.self.get().mayEdit).toBe(false)
    expect(rename(cem, 'X')).toEqual({ ok: false, reason: { code: 'held' } })
    cem.client.tell(released)
    expect(cem.editor.hold.get()).toBeUndefined()
    expect(rename(cem, 'X')).toMatchObject({ ok: true })
  })

  it('PEOPLE-65: goes on editing if its person runs the meeting, and stops at once if they no longer do', async () => {
    const fay = await enter('facilitator')
    fay.client.tell(held)
    expect(rename(fay, 'X')).toMatchObject({ ok: true })
    fay.client.tell({ kind: 'welcome', role: 'contributor', participant: null, version: '1' })
    expect(fay.editor.self.get().mayEdit).toBe(false)
  })

  it('PEOPLE-61: goes on without a connection; back, it is held again until who is here is said without it', async () => {
    const cem = await enter('contributor')
    cem.client.tell(held)
    cem.client.drop()
    expect(cem.editor.self.get().mayEdit).toBe(true)
    expect(rename(cem, 'Offline')).toMatchObject({ ok: true })
    const back = (): void => cem.client.tell({ kind: 'welcome', role: 'contributor', participant: null, version: '1' })
    back()
    cem.client.tell(held)
    cem.client.tell({ kind: 'participants', participants: [] })
    expect(cem.editor.hold.get()).toBeDefined()
    back()
    cem.client.tell({ kind: 'participants', participants: [] })
    expect(cem.editor.hold.get()).toBeUndefined()
  })
})

describe('where changes are while the map is held', () => {
  it('PEOPLE-61: they wait, and are said to be saved only once the server has them after the release', () => {
    const sync = createSyncTracker(createManualClock(), true)
    sync.loaded({ kept: true, unsent: 0 })
    sync.opened()
    sync.sent('step2')
    sync.acknowledged(1)
    sync.synced()
    expect(sync.status.get()).toEqual({ kind: 'saved' })
    sync.setHeld(true)
    sync.changed()
    sync.sent('update')
    sync.refused()
    expect(sync.status.get()).toEqual({ kind: 'withheld', unsent: 1, kept: true, held: true })
    sync.setHeld(false)
    expect(sync.status.get()).toEqual({ kind: 'saving' })
    sync.sent('step2')
    sync.acknowledged(3)
    expect(sync.status.get()).toEqual({ kind: 'saved' })
  })
})
