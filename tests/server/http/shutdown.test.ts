import { request } from 'node:http'
import { expect, it } from 'vitest'
import { openRawClient } from '../../helpers/rawClient'
import { startTestServer } from '../../helpers/testServer'

it('OPS-4: a request that is under way when the server stops is told to come again, and is not logged as a fault', async () => {
  const server = await startTestServer()
  const map = await server.createMap()
  const { key } = map.links.contribute
  const socket = await openRawClient(server.url.replace('http', 'ws') + '/sync', map.id, `?key=${key}`)
  const sending = request(`${server.url}/api/maps/${map.id}`, {
    method: 'PATCH',
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      expect: '100-continue',
      connection: 'close',
    },
  })
  const answer = new Promise<{ status: number | undefined; wait: string | undefined; code: string }>(
    (resolve, reject) => {
      sending.once('error', reject)
      sending.once('response', (response) => {
        let text = ''
        response.on('data', (bytes: Buffer) => (text += bytes.toString()))
        response.on('end', () => {
          const { error } = JSON.parse(text) as { error: { code: string } }
          resolve({ status: response.statusCode, wait: response.headers['retry-after'], code: error.code })
        })
      })
    },
  )
  sending.flushHeaders()
  await new Promise<void>((resolve) => sending.once('continue', () => resolve()))
  const stopped = server.stop()
  // Sockets are sent away when nothing new is taken in any more.
  expect(await socket.closed).toBe(1012)
  sending.end(JSON.stringify({ commands: [{ name: 'setMapFields', input: { title: 'Too late' } }] }))
  expect(await answer).toEqual({ status: 503, wait: '5', code: 'busy' })
  await stopped
  expect(server.lines.filter((line) => line.startsWith('error'))).toEqual([])
})
