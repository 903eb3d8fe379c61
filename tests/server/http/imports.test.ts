import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { extractMapFromPng } from '../../../lib/formats/pngMap'
import type { ImportMapAnswer } from '../../../lib/protocol/api'
import type { WeftMap } from '../../../lib/model/weftMap'
import { startTestServer, type Answer, type TestServer } from '../../helpers/testServer'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const kumu = JSON.stringify({
  elements: [{ label: 'Rain' }, { label: 'Floods' }],
  connections: [{ from: 'Rain', to: 'Floods', direction: 'directed', type: '+' }],
})

async function read(answer: Answer): Promise<WeftMap> {
  const { id, links } = answer.json<ImportMapAnswer>()
  return (await server.request(`/api/maps/${id}`, { key: links.view.key })).json<WeftMap>()
}

function labels(map: WeftMap): string[] {
  return Object.values(map.elements)
    .map((element) => element.label)
    .sort()
}

describe('importing over HTTP', () => {
  it('API-9: makes a map from a file, with places for all and an account of what was read', async () => {
    const answer = await server.request('/api/maps/import?format=auto&name=Town_water.json', {
      body: kumu,
      headers: { 'content-type': 'application/octet-stream' },
    })
    expect(answer.status).toBe(201)
    const { title, report, links } = answer.json<ImportMapAnswer>()
    expect(title).toBe('Town water')
    expect(report).toMatchObject({ format: 'kumu', read: { elements: 2, links: 1 } })
    expect(links.owner.url).toContain('#k=')
    const map = await read(answer)
    expect(labels(map)).toEqual(['Floods', 'Rain'])
    expect(Object.keys(map.positions['board' as keyof typeof map.positions] ?? {})).toHaveLength(2)
  })

  it('API-9: a wished title wins over what the file says', async () => {
    const answer = await server.request('/api/maps/import?title=Mine', { body: kumu })
    expect(answer.json<ImportMapAnswer>().title).toBe('Mine')
  })

  it('FORMAT-77, API-9: elements that do not say what they are, are what the request says', async () => {
    const answer = await server.request('/api/maps/import?name=a.csv&as=stakeholders', { body: 'from,to\nAnn,Ben\n' })
    expect(answer.json<ImportMapAnswer>().report.read).toMatchObject({ stakeholders: 2, ties: 1 })
    const odd = await server.request('/api/maps/import?name=a.csv&as=people', { body: 'from,to\nAnn,Ben\n' })
    expect(odd.status).toBe(400)
  })

  it('API-10: two tables in one form are one map', async () => {
    const form = new FormData()
    form.append('file', new File(['label,type\nRain,variable\nFloods,variable\n'], 'elements.csv'))
    form.append('file', new File(['from,to,sign\nRain,Floods,+\n'], 'links.csv'))
    const answer = await server.request('/api/maps/import', { body: form })
    expect(answer.status).toBe(201)
    const map = await read(answer)
    expect(labels(map)).toEqual(['Floods', 'Rain'])
    expect(Object.values(map.links)).toHaveLength(1)
  })

  it('API-10: one file in a form gives the map its name', async () => {
    const form = new FormData()
    form.append('file', new File(['from,to,sign\nRain,Floods,+\n'], 'C:\\maps\\Water_town.csv'))
    const answer = await server.request('/api/maps/import', { body: form })
    expect(answer.json<ImportMapAnswer>().title).toBe('Water town')
  })

  it.each([
    [['ties.csv', 'actors.csv'], 'ties, actors'],
    [['ties.csv', '.csv', 'ties.csv'], 'ties'],
    [['Harbour elements.csv', 'Harbour links.csv'], 'Harbour'],
    [['edges.csv', 'Water_town.csv'], 'Water town'],
    [['ties.csv'], 'ties'],
  ])('API-10: of several tables %j the map is called by what is no word for a table: “%s”', async (names, title) => {
    const form = new FormData()
    for (const name of names) form.append('file', new File(['from,to,sign\nRain,Floods,+\n'], name))
    const answer = await server.request('/api/maps/import', { body: form })
    expect(answer.status).toBe(201)
    expect(answer.json<ImportMapAnswer>().title).toBe(title)
  })

  it('ACTOR-6: what a file says of a person under names of its own goes out only where it is asked for', async () => {
    const file = 'Label,Type,E-Mail,Stance,Budget\nJane,Person,jane@roe.example,perhaps,1200\n'
    const made = (await server.request('/api/maps/import', { method: 'POST', body: file })).json<ImportMapAnswer>()
    const get = async (query: string): Promise<Answer> =>
      server.request(`/api/maps/${made.id}/export?${query}`, { key: made.links.view.key })
    const inPng = extractMapFromPng((await get('format=png')).bytes)
    for (const text of [
      (await get('format=json')).text,
      (await get('format=csv&table=elements')).text,
      (await get('format=kumu')).text,
      inPng.ok ? inPng.value : 'nothing inside',
    ]) {
      expect(text).toContain('1200')
      expect(text).not.toContain('jane@roe.example')
      expect(text).not.toContain('perhaps')
    }
    expect((await get('format=csv&table=elements&personal=true')).text).toContain('jane@roe.example')
  })

  it('API-11: what was exported comes back the same, also out of the picture', async () => {
    const original = await server.createMap({ template: 'both' })
    const key = original.links.view.key
    const before = (await server.request(`/api/maps/${original.id}`, { key })).json<WeftMap>()
    for (const format of ['json', 'png', 'svg']) {
      const file = await server.request(`/api/maps/${original.id}/export?format=${format}&personal=true`, { key })
      const back = await read(await server.request('/api/maps/import', { body: file.bytes as Uint8Array<ArrayBuffer> }))
      expect({ ...back, meta: { ...back.meta, createdAt: 0 } }).toEqual({
        ...before,
        meta: { ...before.meta, createdAt: 0 },
      })
    }
  })

  it.each([
    ['nothing', '', 422, 'empty'],
    ['broken JSON', '{"elements": [', 422, 'bad-json'],
    ['JSON that is no map', '{"a": 1}', 422, 'not-a-map'],
    ['bytes of no kind', '\u0000\u0001\u0002\u0003', 422, ''],
    ['deep nesting', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 422, ''],
  ])('API-12: refuses %s with a sentence and a stable word', async (_, body, status, word) => {
    const answer = await server.request('/api/maps/import', { method: 'POST', body })
    expect(answer).toMatchObject({ status, code: 'file-unreadable' })
    const { error } = answer.json<{ error: { message: string; details: { code: string } } }>()
    if (word !== '') expect(error.details.code).toBe(word)
    expect(error.message.length).toBeGreaterThan(20)
  })

  it('API-12: refuses a body beyond 20 MB while it comes in, by its header or by its bytes', async () => {
    const chunk = new Uint8Array(1024 * 1024).fill(32)
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1
        if (sent > 200) controller.close()
        else controller.enqueue(chunk)
      },
    })
    const outcome = await fetch(`${server.url}/api/maps/import`, {
      method: 'POST',
      body: endless,
      duplex: 'half',
    } as RequestInit).then(
      (response) => response.status,
      () => 413,
    )
    expect(outcome).toBe(413)
    expect(sent).toBeLessThan(100)
    const honest = await server
      .request('/api/maps/import', { body: new Uint8Array(21 * 1024 * 1024) })
      .catch(() => undefined)
    expect(honest?.code ?? 'too-large').toBe('too-large')
    expect((await server.request('/healthz')).status).toBe(200)
  })

  it.each([
    ['a form that is cut short', 'multipart/form-data; boundary=x', '--x\r\nContent-Disp', 400, 'bad-request'],
    ['a form without a boundary', 'multipart/form-data', 'x', 400, 'bad-request'],
    [
      'a form without a file',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n',
      400,
      'bad-request',
    ],
    ['a web form', 'application/x-www-form-urlencoded', 'a=1', 415, 'wrong-type'],
  ])('API-12: refuses %s', async (_, type, body, status, code) => {
    const answer = await server.request('/api/maps/import', { body, headers: { 'content-type': type } })
    expect(answer).toMatchObject({ status, code })
  })

  it('API-12: refuses more files than belong together, and formats it does not know', async () => {
    const form = new FormData()
    for (let index = 0; index < 9; index += 1) form.append('file', new File(['from,to\na,b\n'], `${index}.csv`))
    expect(await server.request('/api/maps/import', { body: form })).toMatchObject({ status: 400, code: 'bad-request' })
    expect(await server.request('/api/maps/import?format=docx', { body: kumu })).toMatchObject({ status: 400 })
  })
})
