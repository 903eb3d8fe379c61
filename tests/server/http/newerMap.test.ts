import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import type { MapId } from '../../../lib/base/ids'
import { hashKey } from '../../../server/access/keys'
import { openSqliteStore } from '../../../server/store/sqlite'
import { startTestServer } from '../../helpers/testServer'

it('API-26: commands on a map that a newer Weft made are answered with 409, and it can still be read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'weft-newer-'))
  const store = await openSqliteStore(join(folder, 'weft.sqlite'))
  const map = 'made-by-a-newer' as MapId
  const doc = new Y.Doc()
  doc.getMap('meta').set('schemaVersion', 2)
  doc.getMap('meta').set('title', 'From tomorrow')
  await store.createMap({ id: map, title: '', createdAt: 1, document: Y.encodeStateAsUpdate(doc) })
  await store.addLink({ id: 'link', map, grant: 'contribute', keyHash: hashKey('a-key'), createdAt: 1 })
  await store.close()

  const server = await startTestServer({ environment: { DATA_DIR: folder } })
  try {
    const json = { commands: [{ name: 'setMapFields', input: { title: 'Mine' } }] }
    const refused = await server.request(`/api/maps/${map}`, { method: 'PATCH', key: 'a-key', json })
    expect([refused.status, refused.code]).toEqual([409, 'read-only'])
    expect((await server.request(`/api/maps/${map}`, { key: 'a-key' })).text).toContain('From tomorrow')
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})
