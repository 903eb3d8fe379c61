import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { logPath } from '../../../server/http/logPath'
import { startTestServer, type TestServer } from '../../helpers/testServer'

describe('the log', () => {
  it('ACC-14: knows no key, code, cookie, name or title, whatever happens', async () => {
    const server = await startTestServer({ environment: { CREATE_KEY: 'the-create-key-1' } })
    const secrets = ['the-create-key-1', 'Xanthippe', 'Secret plan']
    try {
      await run(server, secrets)
    } finally {
      await server.stop()
    }
    const log = server.lines.join('\n')
    expect(server.lines.length).toBeGreaterThan(10)
    expect(log).toContain('/api/maps')
    for (const secret of secrets) expect(log).not.toContain(secret)
  })

  it('ACC-14: writes paths without parameters and codes', () => {
    expect(logPath('/api/maps/abc/export?key=SECRET&format=png')).toBe('/api/maps/abc/export')
    expect(logPath('/api/join/AB29XZ')).toBe('/api/join/…')
    expect(logPath('/join/AB29XZ?x')).toBe('/join/…')
    expect(logPath('/m/abc#k=SECRET')).toBe('/m/abc')
    expect(logPath(`/${'x'.repeat(5000)}`)).toHaveLength(200)
  })
})

/** Uses every way in which a secret comes to the server, right and wrong. */
async function run(server: TestServer, secrets: string[]): Promise<void> {
  const made = await server.request('/api/maps', { json: { title: 'Secret plan' }, key: 'the-create-key-1' })
  const map = made.json<{ id: string; links: Record<'owner' | 'view', { key: string }> }>()
  secrets.push(...Object.values(map.links).map((link) => link.key))
  const { key } = map.links.owner
  const joined = await server.request(`/api/maps/${map.id}/join`, { json: { key, name: 'Xanthippe' } })
  const cookie = joined.headers.get('set-cookie')?.split(';')[0] ?? ''
  const device = cookie.split('=')[1] ?? ''
  expect(device).not.toBe('')
  secrets.push(device)
  const coded = await server.request(`/api/maps/${map.id}/codes`, { key, json: { grant: 'view' } })
  const { code } = coded.json<{ code: string }>()
  secrets.push(code)
  await server.request(`/api/join/${code}`)
  secrets.push('open-sesame-42', 'wrong-sesame-1')
  const { links } = (await server.request(`/api/maps/${map.id}/links`, { key })).json<{
    links: { id: string; grant: string }[]
  }>()
  const viewing = links.find(({ grant }) => grant === 'view')?.id ?? ''
  const guarding = { method: 'PATCH', key, json: { passcode: 'open-sesame-42' } }
  expect(await server.request(`/api/maps/${map.id}/links/${viewing}`, guarding)).toMatchObject({ status: 200 })
  for (const passcode of ['wrong-sesame-1', 'open-sesame-42']) {
    await server.request(`/api/maps/${map.id}/join`, { json: { key: map.links.view.key, name: 'Xanthippe', passcode } })
  }
  await server.request(`/api/join/${code}x`)
  await server.request(`/api/maps/${map.id}?key=${key}`)
  await server.request(`/api/maps/${map.id}/export?format=nonsense&key=${key}`)
  await server.request(`/m/${map.id}?key=${key}`)
  await server.request(`/join/${code}`)
  await server.request(`/api/maps/${map.id}/join`, { json: { key: `${key}x`, name: 'Xanthippe' } })
  await server.request(`/api/maps/${map.id}`, {
    method: 'PATCH',
    cookie,
    json: { commands: [{ name: 'setTitle', input: {} }] },
  })
  for (const query of [`key=${key}`, `key=${key}x`, '']) {
    await new Promise<void>((resolve) => {
      const socket = new WebSocket(`${server.url.replace('http', 'ws')}/sync/${map.id}?${query}`, {
        headers: { cookie },
      })
      socket.once('close', () => resolve())
      socket.once('error', () => resolve())
      socket.once('message', () => socket.close())
    })
  }
}
