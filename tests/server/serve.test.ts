import { describe, expect, it } from 'vitest'
import type { WeftMap } from '../../lib/model/weftMap'
import { startTestServer } from '../helpers/testServer'

describe('a restart', () => {
  it('SET-6: keeps maps, links, people, codes and names', async () => {
    const server = await startTestServer()
    try {
      const map = await server.createMap({ title: 'Garden', template: 'both' })
      const ana = await server.join(map, 'facilitate', 'Ana')
      const coded = await server.request(`/api/maps/${map.id}/codes`, {
        key: map.links.owner.key,
        json: { grant: 'view' },
      })
      const { code } = coded.json<{ code: string }>()
      const read = async (): Promise<object> => ({
        map: (await server.request(`/api/maps/${map.id}`, { key: map.links.contribute.key })).json<WeftMap>(),
        links: (await server.request(`/api/maps/${map.id}/links`, { key: map.links.owner.key }))
          .json<{
            links: { id: string }[]
          }>()
          .links.map((link) => link.id),
        access: (await server.request(`/api/maps/${map.id}/access`, { cookie: ana.cookie })).json<object>(),
        recent: (await server.request('/api/maps', { cookie: ana.cookie })).json<object>(),
        code: (await server.request(`/api/join/${code}`)).json<object>(),
      })
      const before = await read()
      await server.restart()
      expect(await read()).toEqual(before)
      expect(before).toMatchObject({
        access: { role: 'facilitator', participant: { name: 'Ana' } },
        recent: { maps: [{ id: map.id, title: 'Garden' }] },
        code: { grant: 'view' },
      })
    } finally {
      await server.stop()
    }
  })

  it('SET-4: a port that cannot be had is an error, and leaves the folder free', async () => {
    const first = await startTestServer()
    const { port } = new URL(first.url)
    await expect(startTestServer({ environment: { PORT: port } })).rejects.toMatchObject({ code: 'EADDRINUSE' })
    const folder = { environment: { DATA_DIR: first.folder } }
    await expect(startTestServer(folder)).rejects.toThrow(/already in use/)
    await first.stop()
  })

  it('SET-4: pages that cannot be loaded stop the start and leave nothing open', async () => {
    const pages = {
      prepare: () => Promise.reject(new Error('no pages')),
      handle: () => undefined,
      close: async () => undefined,
    }
    await expect(startTestServer({ pages })).rejects.toThrow('no pages')
  })
})
