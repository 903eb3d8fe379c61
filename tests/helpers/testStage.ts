import { createStage } from '../../components/canvas/createStage'
import type { Stage } from '../../components/canvas/stage'
import type { Run } from '../../components/hooks/useRun'
import { createWorkspace } from '../../components/hooks/createWorkspace'
import type { MapId } from '../../lib/base/ids'
import { createSeededRandom } from '../../lib/base/random'
import { createDocument } from '../../lib/document/createDocument'
import { createEditor } from '../../lib/editor/createEditor'
import { createFakeDevice, createFakeServer } from './fakeServer'
import { createManualClock } from './manualClock'
import { testMap, type TestMapParts } from './testMap'

export interface TestStage {
  readonly stage: Stage
  /** Codes of the problems that the person was told of, in order. */
  readonly told: readonly string[]
  close(): void
}

/** A canvas without a browser: an open map, its selection, its gestures. */
export async function openTestStage(parts: TestMapParts): Promise<TestStage> {
  const server = createFakeServer(createDocument(testMap(parts)))
  const clock = createManualClock()
  const editor = createEditor({
    mapId: 'map' as MapId,
    participant: { id: 'ana', name: 'Ana', colour: 1 },
    role: 'contributor',
    socketUrl: 'ws://nowhere',
    clock,
    random: createSeededRandom(1),
    openTransport: server.openTransport,
    openLocalCopy: createFakeDevice().openLocalCopy,
  })
  await new Promise((resolve) => setImmediate(resolve))
  clock.advance(100)
  const told: string[] = []
  const run: Run = (command, input) => {
    const result = editor.run(command, input)
    if (!result.ok) told.push(result.reason.code)
    return result
  }
  const stage = createStage({ editor, workspace: createWorkspace(), run, isStill: () => true })
  return {
    stage,
    told,
    close: () => {
      stage.stop()
      editor.close()
    },
  }
}
