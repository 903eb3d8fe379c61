import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CreateMapAnswer } from '../../../lib/protocol/api'
import { reportSchema } from '../../../lib/report/report'
import { readPdf } from '../../helpers/readPdf'
import { startTestServer, type Answer, type RequestOptions, type TestServer } from '../../helpers/testServer'

let server: TestServer
let map: CreateMapAnswer
let round: string
beforeAll(async () => {
  server = await startTestServer()
  map = await server.createMap({ template: 'causal-loop' })
  const facilitator = await server.join(map, 'facilitate', 'Fadime')
  const contributor = await server.join(map, 'contribute', 'Caspian')
  const asked = await server.request(`/api/maps/${map.id}/rounds`, {
    method: 'POST',
    cookie: facilitator.cookie,
    json: { kind: 'text', question: 'What surprised you?', anonymous: false },
  })
  round = asked.json<{ id: string }>().id
  await server.request(`/api/maps/${map.id}/rounds/${round}/answer`, {
    method: 'PUT',
    cookie: contributor.cookie,
    json: { text: 'How full it is.' },
  })
})
afterAll(() => server.stop())

function getReport(query: string, options: RequestOptions = {}): Promise<Answer> {
  return server.request(`/api/maps/${map.id}/report?${query}`, { key: map.links.view.key, ...options })
}

describe('the report over HTTP', () => {
  it.each([
    ['html', 'text/html; charset=utf-8', 'html'],
    ['pdf', 'application/pdf', 'pdf'],
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
    ['csv', 'application/zip', 'zip'],
    ['json', 'application/json', 'report.json'],
  ])('REPORT-20: %s comes with its type and a name, to whoever may look', async (format, type, extension) => {
    const answer = await getReport(`format=${format}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe(type)
    expect(answer.headers.get('content-disposition')).toContain(
      `attachment; filename="Why do people take the bus.${extension}"`,
    )
    expect(answer.bytes.length).toBeGreaterThan(100)
  })

  it('REPORT-16: what has changed since the meeting began is in it, in words', async () => {
    const own = await server.createMap()
    const contributor = await server.join(own, 'contribute', 'Caspian')
    const commands = [{ name: 'addElement', input: { kind: 'variable', label: 'Night shifts', at: { x: 0, y: 0 } } }]
    await server.request(`/api/maps/${own.id}`, { method: 'PATCH', cookie: contributor.cookie, json: { commands } })
    const get = (query: string) => server.request(`/api/maps/${own.id}/report?${query}`, { key: own.links.view.key })
    const { changes } = (await get('format=json&sections=changes')).json<{ changes: object }>()
    expect(changes).toMatchObject({ list: [{ says: 'added', name: 'Night shifts' }] })
    expect((await get('format=html&sections=changes')).text).toContain('Variable “Night shifts” was added')
  })

  it('REPORT-20: as JSON it is what its schema says, with the map, the people and the rounds', async () => {
    const report = reportSchema.parse((await getReport('format=json')).json())
    expect(report.title).toBe('Why do people take the bus?')
    expect(report.meeting?.people).toBe(2)
    expect(report.factors?.length).toBeGreaterThan(2)
    expect(report.loops?.list.length).toBeGreaterThan(0)
    expect(report.rounds).toMatchObject([{ state: 'open', done: 1 }])
    expect(report.rounds?.[0]).not.toHaveProperty('outcome')
  })

  it('REPORT-21: names are for those who run the meeting alone', async () => {
    const refused = await getReport('format=json&names=true')
    expect(refused.status).toBe(403)
    expect(refused.code).toBe('role-needed')
    const named = await getReport('format=json&names=true', { key: map.links.facilitate.key })
    expect(named.json<{ meeting: { names: string[] } }>().meeting.names).toEqual(['Caspian', 'Fadime'])
    const plain = await getReport('format=json', { key: map.links.facilitate.key })
    expect(strFromU8(plain.bytes)).not.toMatch(/Caspian|Fadime/)
  })

  it('REPORT-6: an answer is in it once it is revealed, with its name only where names were asked for', async () => {
    expect(strFromU8((await getReport('format=json')).bytes)).not.toContain('How full it is.')
    await server.request(`/api/maps/${map.id}/rounds/${round}/reveal`, {
      method: 'POST',
      key: map.links.facilitate.key,
      json: {},
    })
    const shown = strFromU8((await getReport('format=json')).bytes)
    expect(shown).toContain('How full it is.')
    expect(shown).not.toContain('Caspian')
    const named = await getReport('format=csv&names=true', { key: map.links.facilitate.key })
    expect(strFromU8(unzipSync(named.bytes)['round-1.csv'] ?? new Uint8Array())).toBe(
      'Answer,Who\r\nHow full it is.,Caspian\r\n',
    )
  })

  it('REPORT-10: one table comes by its name; one that is not there is refused', async () => {
    const links = await getReport('format=csv&table=links')
    expect(links.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(strFromU8(links.bytes)).toMatch(/^From,Effect,To,/)
    const none = await getReport('format=csv&table=nothing')
    expect([none.status, none.code]).toEqual([404, 'no-such-table'])
  })

  it('REPORT-2: sections are those that were asked for; names of none are refused', async () => {
    expect(Object.keys((await getReport('format=json&sections=loops,links')).json<object>())).toEqual([
      ...['report', 'title', 'madeAt', 'withNames', 'withPersonal'],
      ...['links', 'loops'],
    ])
    expect((await getReport('format=json&sections=everything')).status).toBe(400)
  })

  it('REPORT-22: paper and times are as asked', async () => {
    const letter = readPdf((await getReport('format=pdf&paper=letter&sections=meeting&zone=Asia/Tokyo')).bytes)
    expect(letter.raw).toContain('[0 0 612 792]')
    const a4 = readPdf((await getReport('format=pdf&sections=meeting')).bytes)
    expect(a4.raw).toContain('[0 0 595.28 841.89]')
  })

  it('refuses a map that is not there and a key that is none', async () => {
    const strange = await server.request('/api/maps/nope/report?format=json', { key: map.links.view.key })
    expect([401, 403, 404]).toContain(strange.status)
    expect((await getReport('format=json', { key: 'wrong' })).status).toBe(401)
  })
})

describe('rounds in files', () => {
  const exportMap = (query: string): Promise<Answer> =>
    server.request(`/api/maps/${map.id}/export?${query}`, { key: map.links.view.key })

  it('ROUND-38: they go along in Weft JSON where somebody asks for them, and not otherwise', async () => {
    const { rounds } = (await exportMap('format=json&rounds=true')).json<{ rounds: object[] }>()
    expect(rounds).toMatchObject([
      {
        setup: { kind: 'text', question: 'What surprised you?' },
        state: 'revealed',
        done: 1,
        outcome: { kind: 'text', texts: [{ text: 'How full it is.' }] },
      },
    ])
    for (const query of ['format=json', 'format=json&rounds=false', 'format=csv&rounds=true']) {
      expect((await exportMap(query)).text).not.toContain('What surprised you?')
    }
    expect((await exportMap('format=json&rounds=please')).status).toBe(400)
  })

  it('ROUND-38: before the reveal nothing of the answers goes along, and reading such a file brings no round that is open', async () => {
    const facilitate = { key: map.links.facilitate.key }
    const asked = await server.request(`/api/maps/${map.id}/rounds`, {
      ...facilitate,
      json: { kind: 'text', question: 'Anything else?' },
    })
    const { id } = asked.json<{ id: string }>()
    const caspian = await server.join(map, 'contribute', 'Caspian')
    await server.request(`/api/maps/${map.id}/rounds/${id}/answer`, {
      method: 'PUT',
      cookie: caspian.cookie,
      json: { text: 'Secret.' },
    })
    const file = await exportMap('format=json&rounds=true')
    expect(file.text).toContain('Anything else?')
    expect(file.text).not.toContain('Secret.')
    const read = await server.request('/api/maps/import?format=auto', { body: file.text })
    expect(read.status).toBe(201)
    const made = read.json<CreateMapAnswer>()
    const brought = await server.request(`/api/maps/${made.id}/rounds`, { key: made.links.view.key })
    expect(brought.json()).toMatchObject({
      rounds: [{ state: 'revealed', setup: { question: 'What surprised you?' } }],
    })
    const refused = await server.request(`/api/maps/${map.id}/rounds/${id}/result.csv`, {
      key: map.links.view.key,
    })
    expect([refused.status, refused.code]).toEqual([409, 'round-not-revealed'])
  })

  it('ROUND-60: what a round came to is a table', async () => {
    const table = await server.request(`/api/maps/${map.id}/rounds/${round}/result.csv`, { key: map.links.view.key })
    expect(table.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(strFromU8(table.bytes)).toBe('Answer,Who\r\nHow full it is.,Caspian\r\n')
    const none = await server.request(`/api/maps/${map.id}/rounds/nope/result.csv`, { key: map.links.view.key })
    expect(none.status).toBe(404)
  })
})
