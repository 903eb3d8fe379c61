import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { AdditionAnswer } from '../../../lib/protocol/addition'
import type { CreateMapAnswer } from '../../../lib/protocol/api'
import { writeUpdate } from '../../../lib/protocol/wire'
import { openRawClient } from '../../helpers/rawClient'
import { startTestServer, type TestServer } from '../../helpers/testServer'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

/** Adds a variable that says that Fay made it long ago, as a modified client might. */
async function forge(map: CreateMapAnswer, id: string, query: string, cookie?: string): Promise<void> {
  const doc = new Y.Doc()
  doc
    .getMap('elements')
    .set(id, new Y.Map(Object.entries({ kind: 'variable', label: id, createdBy: 'Fay', createdAt: 1_000 })))
  const client = await openRawClient(`${server.url.replace('http', 'ws')}/sync`, map.id, query, cookie)
  client.send(writeUpdate(Y.encodeStateAsUpdate(doc)))
  const isStored = async (): Promise<boolean> => {
    const file = await server.request(`/api/maps/${map.id}`, { key: map.links.view.key })
    return Object.hasOwn(file.json<{ elements: object }>().elements, id)
  }
  while (!(await isStored())) await new Promise((resolve) => setImmediate(resolve))
  client.close()
}

describe('who added what, by the server’s books', () => {
  it('PANEL-67: is told of those who take part, whatever the document says; of those who run the meeting that stands', async () => {
    const map = await server.createMap()
    const added = async (id: string): Promise<AdditionAnswer> =>
      (await server.request(`/api/maps/${map.id}/added/elements/${id}`, { key: map.links.view.key })).json()
    for (const [name, grant] of [
      ['Ana', 'contribute'],
      ['Gil', 'facilitate'],
    ] as const) {
      const joined = await server.request(`/api/maps/${map.id}/join`, { json: { key: map.links[grant].key, name } })
      const cookie = joined.headers.get('set-cookie')?.split(';')[0] ?? ''
      const { participant } = joined.json<{ participant: { id: string } }>()
      await forge(map, `of${name}`, `?events=1&p=${participant.id}`, cookie)
    }
    const before = Date.now()
    await forge(map, 'ofNobody', `?key=${map.links.contribute.key}`)
    expect((await added('ofAna')).addition).toMatchObject({ by: 'Ana' })
    expect((await added('ofAna')).addition?.at).toBeGreaterThan(before - 60_000)
    expect(await added('ofGil')).toEqual({})
    const { addition } = await added('ofNobody')
    expect(addition?.by).toBeUndefined()
    expect(addition?.at).toBeGreaterThanOrEqual(before)
    expect(await added('nothing')).toEqual({})
  })
})
