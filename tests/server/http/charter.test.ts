import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CreateMapAnswer } from '../../../lib/protocol/api'
import { startTestServer, type Answer, type RequestOptions, type TestServer } from '../../helpers/testServer'

let server: TestServer
let map: CreateMapAnswer
beforeAll(async () => {
  server = await startTestServer()
  map = await server.createMap({ template: 'causal-loop' })
  const contributor = await server.join(map, 'contribute', 'Caspian')
  const command = { name: 'savePractice', input: { kind: 'coalition', id: 'roofs', fields: { name: 'Roofs for all' } } }
  await server.request(`/api/maps/${map.id}`, {
    method: 'PATCH',
    cookie: contributor.cookie,
    json: { commands: [command] },
  })
})
afterAll(() => server.stop())

function getCharter(query: string, options: RequestOptions = {}): Promise<Answer> {
  return server.request(`/api/maps/${map.id}/charter?${query}`, { key: map.links.view.key, ...options })
}

describe('the charter over HTTP', () => {
  it.each([
    ['html', 'text/html; charset=utf-8'],
    ['pdf', 'application/pdf'],
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['json', 'application/json'],
  ])('COALITION-14: %s comes with its type, to whoever may look', async (format, type) => {
    const answer = await getCharter(`format=${format}&coalition=roofs`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe(type)
    expect(answer.bytes.length).toBeGreaterThan(100)
  })

  it('COALITION-14: what is no coalition, no format and no key is refused by name', async () => {
    const gone = await getCharter('format=pdf&coalition=gone')
    expect([gone.status, gone.json<{ error: { code: string } }>().error.code]).toEqual([404, 'no-such-coalition'])
    expect((await getCharter('format=odt&coalition=roofs')).status).toBe(400)
    expect((await server.request(`/api/maps/${map.id}/charter?format=pdf&coalition=roofs`)).status).toBe(401)
  })
})
