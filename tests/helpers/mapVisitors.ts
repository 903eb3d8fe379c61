import { afterEach } from 'vitest'
import type { MapId } from '../../lib/base/ids'
import { createSeededRandom } from '../../lib/base/random'
import { createDocument } from '../../lib/document/createDocument'
import { createEditor } from '../../lib/editor/createEditor'
import type { Editor } from '../../lib/editor/editor'
import type { ToldStale } from '../../lib/editor/stale'
import type { ToldTaken } from '../../lib/editor/taken'
import type { ToldTook } from '../../lib/editor/took'
import { createFakeDevice, createFakeServer, type FakeClient } from './fakeServer'
import { createManualClock } from './manualClock'
import { testMap } from './testMap'

const open: Editor[] = []
afterEach(() => {
  for (const editor of open.splice(0)) editor.close()
})

/** A person with a map open, and what they were told. */
export interface Visitor {
  readonly editor: Editor
  readonly client: FakeClient
  /** Labels of what they were told is gone, in the order told. */
  readonly told: readonly string[][]
  /** All they were told. */
  readonly taken: readonly ToldTaken[]
  /** What they were told their own deletions took. */
  readonly took: readonly ToldTook[]
  /** What they were told lacks somebody's words. */
  readonly stale: readonly ToldStale[]
}

/** A server with a → b → c, and people who open it. */
export async function threeInARow() {
  const server = createFakeServer(
    createDocument(
      testMap({
        elements: { a: {}, b: {}, c: {} },
        links: { ab: { from: 'a', to: 'b' }, bc: { from: 'b', to: 'c' } },
      }),
    ),
  )
  const clock = createManualClock()
  let seed = 1
  const enter = async (name: string): Promise<Visitor> => {
    const editor = createEditor({
      mapId: 'map' as MapId,
      participant: { id: name, name, colour: 1 },
      role: 'contributor',
      socketUrl: 'ws://nowhere',
      clock,
      random: createSeededRandom(seed++),
      openTransport: server.openTransport,
      openLocalCopy: createFakeDevice().openLocalCopy,
    })
    open.push(editor)
    await new Promise((resolve) => setImmediate(resolve))
    clock.advance(100)
    const taken: ToldTaken[] = []
    const told: string[][] = []
    editor.onTaken((one) => {
      taken.push(one)
      told.push(Array.from(one.elements.values(), ({ label }) => label))
    })
    const took: ToldTook[] = []
    editor.onTook((one) => took.push(one))
    const stale: ToldStale[] = []
    editor.onStale((one) => stale.push(one))
    return { editor, client: server.clients.at(-1) as FakeClient, told, taken, took, stale }
  }
  return { server, clock, enter }
}
