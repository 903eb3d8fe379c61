import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { AdditionAnswer } from '../../../lib/protocol/addition'
import type { CreateMapAnswer } from '../../../lib/protocol/api'
import { writeUpdate } from '../../../lib/protocol/wire'
import { openRawClient } from '../../helpers/rawClient'
import { openStockClient } from '../../helpers/stockClient'
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

describe('who last changed what', () => {
  /** Changes a document as `edit` does, by a client of somebody, and waits until the server has it. */
  async function edit(
    map: CreateMapAnswer,
    cookie: string,
    participant: string,
    change: (doc: Y.Doc) => void,
    isThere: (file: { elements: Record<string, Record<string, unknown>> }) => boolean,
  ): Promise<void> {
    const client = openStockClient(`${server.url.replace('http', 'ws')}/sync`, map.id, {
      params: { events: '1', p: participant },
      cookie,
    })
    const file = async () =>
      (await server.request(`/api/maps/${map.id}`, { key: map.links.view.key })).json<{
        elements: Record<string, Record<string, unknown>>
      }>()
    await client.synced()
    change(client.doc)
    while (!isThere(await file())) await new Promise((resolve) => setImmediate(resolve))
    client.close()
  }

  it('PANEL-70, PROTECT-44: is told of the session it came from, whatever the document says; moving is no change', async () => {
    const map = await server.createMap()
    const told = async (id: string): Promise<AdditionAnswer> =>
      (await server.request(`/api/maps/${map.id}/added/elements/${id}`, { key: map.links.view.key })).json()
    const join = async (name: string) => {
      const joined = await server.request(`/api/maps/${map.id}/join`, { json: { key: map.links.contribute.key, name } })
      const cookie = joined.headers.get('set-cookie')?.split(';')[0] ?? ''
      return { cookie, id: joined.json<{ participant: { id: string } }>().participant.id }
    }
    const [ana, bo] = [await join('Ana'), await join('Bo')]
    const before = Date.now()
    await forge(map, 'rain', `?events=1&p=${ana.id}`, ana.cookie)
    expect(await told('rain')).toMatchObject({ addition: { by: 'Ana' } })
    expect((await told('rain')).change).toBeUndefined()

    const rain = (doc: Y.Doc) => doc.getMap('elements').get('rain') as Y.Map<unknown>
    await edit(
      map,
      bo.cookie,
      bo.id,
      (doc) => doc.getMap('positions:board').set('rain', [40, 50]),
      ({ elements }) => elements['rain'] !== undefined,
    )
    await edit(
      map,
      bo.cookie,
      bo.id,
      // A modified client that says that Fay did it.
      (doc) => doc.transact(() => rain(doc).set('tags', ['wet']).length > 0 && rain(doc).set('createdBy', 'Fay')),
      ({ elements }) => Array.isArray(elements['rain']?.['tags']),
    )
    const { addition, change } = await told('rain')
    expect(addition?.by).toBe('Ana')
    expect(change?.by).toBe('Bo')
    expect(change?.at).toBeGreaterThanOrEqual(before)
    expect(await told('nothing')).toEqual({})

    // What is taken away, too.
    await edit(
      map,
      ana.cookie,
      ana.id,
      (doc) => rain(doc).delete('tags'),
      ({ elements }) => elements['rain']?.['tags'] === undefined,
    )
    expect((await told('rain')).change?.by).toBe('Ana')
  })
})
