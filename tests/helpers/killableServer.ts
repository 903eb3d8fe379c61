import { openSqliteStore } from '../../server/store/sqlite'
import { createCompaction } from '../../server/history/compaction'
import { systemClock } from '../../lib/base/clock'
import { silentLog } from '../../server/room/log'
import { startSyncServer } from './syncServer'
import { addSampleMap } from './sampleMap'
import type { MapId } from '../../lib/base/ids'

// A process of its own, to be killed by tests: a sync server over the SQLite file in argv.

const [path = '', port = '0'] = process.argv.slice(2)
const store = await openSqliteStore(path)
if ((await store.findMap('sample-map' as MapId)) === undefined) await addSampleMap(store)
const compaction = createCompaction({ store, log: silentLog, clock: systemClock })
const server = await startSyncServer({
  store,
  port: Number(port),
  settings: { compactAfterUpdates: 40 },
  compact: (map) => compaction.request(map),
})
process.stdout.write(`${server.url}\n`)
