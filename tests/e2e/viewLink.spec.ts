import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { threeVariables } from './sampleFiles'
import { expect, test } from './weftTest'

test.describe('a view key cannot write, whatever its client does', () => {
  test('a stock y-websocket client that writes is closed with 4403, and nobody sees it', async ({
    server,
    importMap,
    come,
  }) => {
    const map = await importMap(threeVariables)
    const ana = await come('Ana', map)
    const doc = new Y.Doc()
    const provider = new WebsocketProvider(`${server.url.replace('http', 'ws')}/sync`, map.id, doc, {
      params: { key: map.links.view.key },
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
    })
    // The refusal is told by the close code; the stock handler would print it.
    provider.messageHandlers[2] = () => undefined
    const closed = new Promise<number>((resolve) => {
      provider.on('connection-close', (event) => {
        if (event !== null) resolve(event.code)
      })
    })
    try {
      await expect.poll(() => doc.getMap('elements').size).toBe(3)
      doc.transact(() => {
        doc.getMap<Y.Map<unknown>>('elements').get('rain')?.set('label', 'Vandalised')
        doc.getMap('meta').set('title', 'Vandalised')
      })
      expect(await closed).toBe(4403)
    } finally {
      provider.destroy()
      doc.destroy()
    }
    // Something that comes after it has arrived, so the forbidden change never will.
    const ben = await come('Ben', map, { grant: 'contribute' })
    await ben.add('Later', { x: 500, y: 700 })
    await expect(ana.element('Later')).toBeVisible()
    await expect(ana.element('Rain')).toBeVisible()
    await expect(ana.page.getByText('Vandalised')).toHaveCount(0)
    await expect(ben.page.getByText('Vandalised')).toHaveCount(0)
  })

  test('a raw socket with a dead key is closed with 4401, one for an unknown map with 4404', async ({
    server,
    map,
  }) => {
    const address = server.url.replace('http', 'ws')
    const closeCode = (path: string): Promise<number> =>
      new Promise((resolve, reject) => {
        const socket = new WebSocket(`${address}${path}`)
        socket.on('close', resolve)
        socket.on('error', reject)
      })
    expect(await closeCode(`/sync/${map.id}?key=${'x'.repeat(22)}`)).toBe(4401)
    expect(await closeCode(`/sync/nosuchmap000000000000?key=${map.links.view.key}`)).toBe(4404)
  })
})
