import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { extractMapFromPng } from '../../../lib/formats/pngMap'
import { extractMapFromSvg } from '../../../lib/formats/svgMap'
import { mapAnalysisSchema } from '../../../lib/protocol/analysis'
import type { CreateMapAnswer } from '../../../lib/protocol/api'
import { startTestServer, type Answer, type RequestOptions, type TestServer } from '../../helpers/testServer'

let server: TestServer
let map: CreateMapAnswer
beforeAll(async () => {
  server = await startTestServer()
  map = await server.createMap({ template: 'causal-loop' })
  await server.request(`/api/maps/${map.id}`, {
    method: 'PATCH',
    key: map.links.owner.key,
    json: {
      commands: [{ name: 'frameElements', input: { ids: ['riders', 'crowding'], label: 'On board', id: 'frame' } }],
    },
  })
})
afterAll(() => server.stop())

function exportMap(query: string, options: RequestOptions = {}): Promise<Answer> {
  return server.request(`/api/maps/${map.id}/export?${query}`, { key: map.links.view.key, ...options })
}

async function sizeOf(answer: Answer): Promise<{ width: number; height: number; alpha: boolean }> {
  const { width, height } = await sharp(answer.bytes).metadata()
  const { isOpaque } = await sharp(answer.bytes).stats()
  return { width, height, alpha: !isOpaque }
}

describe('exporting over HTTP', () => {
  it.each([
    ['json', 'application/json', 'weft.json'],
    ['svg', 'image/svg+xml', 'svg'],
    ['png', 'image/png', 'png'],
    ['csv', 'text/csv; charset=utf-8', 'csv'],
    ['kumu', 'application/json', 'kumu.json'],
  ])('API-13: %s comes with its type and a name', async (format, type, extension) => {
    const answer = await exportMap(`format=${format}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe(type)
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="Why do people take the bus.${extension}"; filename*=UTF-8''Why%20do%20people%20take%20the%20bus.${extension}`,
    )
    expect(answer.bytes.length).toBeGreaterThan(100)
  })

  it('API-14: a PNG carries the map, and scale, ground and scope are as asked', async () => {
    const plain = await exportMap('format=png')
    const inside = extractMapFromPng(plain.bytes)
    expect(inside.ok && JSON.parse(inside.value)).toMatchObject({
      weft: 1,
      meta: { title: 'Why do people take the bus?' },
    })
    const one = await sizeOf(plain)
    const two = await sizeOf(await exportMap('format=png&scale=2&background=transparent'))
    expect(Math.abs(two.width - 2 * one.width)).toBeLessThanOrEqual(2)
    expect([one.alpha, two.alpha]).toEqual([false, true])
    for (const scope of ['frame=frame', 'elements=riders,crowding,unknown']) {
      const part = await sizeOf(await exportMap(`format=png&${scope}`))
      expect(part.width).toBeLessThan(one.width)
    }
  })

  it('ACTOR-3: stance, power and contacts leave the map only where they are asked for, in pictures too', async () => {
    const people = await server.createMap({ template: 'stakeholder' })
    const get = (query: string): Promise<Answer> =>
      server.request(`/api/maps/${people.id}/export?${query}`, { key: people.links.view.key })
    const inPng = extractMapFromPng((await get('format=png')).bytes)
    const inSvg = extractMapFromSvg((await get('format=svg')).text)
    for (const text of [
      (await get('format=json')).text,
      (await get('format=csv&table=elements')).text,
      (await get('format=kumu')).text,
      inSvg.ok ? inSvg.value : 'nothing inside',
      inPng.ok ? inPng.value : 'nothing inside',
    ]) {
      expect(text).toContain('council')
      expect(text).not.toContain('supports')
      expect(text).not.toMatch(/"power": ?[\d"]/)
    }
    expect((await get('format=json&personal=true')).text).toMatch(/"stance": ?"supports"/)
    expect((await server.request(`/api/maps/${people.id}`, { key: people.links.view.key })).text).toContain('supports')
  })

  it('PIC-18: a picture of a view or of a saved look; the map inside holds no more than was asked for', async () => {
    const people = await server.createMap({ template: 'stakeholder' })
    const json = {
      commands: [{ name: 'saveLook', input: { id: 'look1', name: 'By stance', look: { colourBy: 'stance' } } }],
    }
    const saved = await server.request(`/api/maps/${people.id}`, { method: 'PATCH', key: people.links.owner.key, json })
    expect(saved.status).toBe(200)
    const get = (query: string): Promise<Answer> =>
      server.request(`/api/maps/${people.id}/export?${query}`, { key: people.links.view.key })
    const described = (answer: Answer): string | undefined => /<desc>([^<]*)/.exec(answer.text)?.[1]
    for (const [view, words] of [
      ['grid', 'Power and interest'],
      ['rings', 'Rings'],
      ['columns', 'Columns by sector'],
      ['matrix', 'Matrix of ties'],
    ] as const) {
      const svg = await get(`format=svg&view=${view}&theme=dark`)
      expect(described(svg)).toMatch(new RegExp(`^${words}: \\d+ stakeholders, \\d+ ties\\.$`))
      const inside = extractMapFromSvg(svg.text)
      expect(inside.ok ? inside.value : 'nothing inside').not.toMatch(/supports|"power"/)
      expect((await sizeOf(await get(`format=png&view=${view}&scale=2`))).width).toBeGreaterThan(900)
    }
    const plain = described(await get('format=svg'))
    expect(described(await get('format=svg&view=map'))).toBe(plain)
    for (const name of ['look1', 'by%20stance']) {
      const look = await get(`format=svg&view=${name}`)
      expect([look.status, described(look)]).toEqual([200, plain])
    }
    // Several lie beside each other where files go: each says of which view it is.
    expect((await get('format=svg&view=rings')).headers.get('content-disposition')).toMatch(/%E2%80%93%20rings\.svg$/)
    expect((await get('format=json')).headers.get('content-disposition')).not.toContain('%E2%80%93')
    expect(await get('format=svg&view=pie')).toMatchObject({ status: 404, code: 'no-such-view' })
    expect(await exportMap('format=svg&view=grid')).toMatchObject({ status: 422, code: 'nothing-to-draw' })
    const part = await exportMap('format=svg&frame=frame')
    const partInside = extractMapFromSvg(part.text)
    expect(partInside.ok ? partInside.value : 'nothing inside').toContain('riders')
    expect(partInside.ok ? partInside.value : 'Fare income').not.toContain('Fare income')
  })

  it('API-14: a table can be had alone', async () => {
    const elements = await exportMap('format=csv&table=elements')
    expect(elements.text).toContain('Fare income')
    expect(elements.headers.get('content-disposition')).toContain('.elements.csv')
  })

  it.each([
    ['format=pdf', 400, 'bad-request'],
    ['', 400, 'bad-request'],
    ['format=png&scale=100', 400, 'bad-request'],
    ['format=png&theme=pink', 400, 'bad-request'],
    ['format=png&frame=riders', 404, 'no-such-frame'],
    ['format=svg&frame=../../etc', 404, 'no-such-frame'],
    ['format=png&elements=nobody,<script>', 422, 'nothing-to-draw'],
  ])('API-14: refuses %s with %i %s', async (query, status, code) => {
    expect(await exportMap(query)).toMatchObject({ status, code })
  })

  it('API-15: no title breaks out of the header', async () => {
    const evil = 'a"; filename="x.exe\r\nSet-Cookie: a=b\r\n\r\n<script>/../..\\con'
    const answer = await server.request('/api/maps', { json: { title: evil } })
    const made = answer.json<CreateMapAnswer>()
    const file = await server.request(`/api/maps/${made.id}/export?format=json`, { key: made.links.view.key })
    expect(file.status).toBe(200)
    expect(file.headers.get('set-cookie')).toBeNull()
    const header = file.headers.get('content-disposition') ?? ''
    expect(header).not.toMatch(/[\r\n\\<>]/)
    expect(header.match(/filename="/g)).toHaveLength(1)
  })

  it('API-16: a thumbnail is asked for again only when the map has changed', async () => {
    const path = `/api/maps/${map.id}/thumbnail.svg`
    const first = await server.request(path, { key: map.links.view.key })
    const etag = first.headers.get('etag') ?? ''
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    const again = { key: map.links.view.key, headers: { 'if-none-match': etag } }
    expect((await server.request(path, again)).status).toBe(304)
    await server.request(`/api/maps/${map.id}`, {
      method: 'PATCH',
      key: map.links.owner.key,
      json: { commands: [{ name: 'renameElement', input: { id: 'riders', label: 'Riders' } }] },
    })
    const changed = await server.request(path, again)
    expect(changed.status).toBe(200)
    expect(changed.headers.get('etag')).not.toBe(etag)
  })

  it('API-16: pictures made of what people wrote run nothing', async () => {
    const svg = await exportMap('format=svg')
    expect(svg.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(svg.headers.get('content-security-policy')).toContain('sandbox')
    expect(svg.headers.get('x-content-type-options')).toBe('nosniff')
  })
})

describe('budgets', () => {
  it('API-29: the analysis of a map, for whoever may look and nobody else', async () => {
    const made = await server.createMap({ template: 'causal-loop' })
    const answer = await server.request(`/api/maps/${made.id}/analysis`, { key: made.links.view.key })
    expect(answer.status).toBe(200)
    const analysis = mapAnalysisSchema.parse(JSON.parse(answer.text))
    expect(analysis.loops).toMatchObject({ total: 3, complete: true, reinforcing: 2, balancing: 1 })
    expect(analysis.elements).toHaveLength(analysis.variables)
    expect((await server.request(`/api/maps/${made.id}/analysis`)).status).toBe(401)
  })

  it('API-28: who asks for files or changes without end has to wait; others do not', async () => {
    const busy = await startTestServer({ stoppedClock: true })
    try {
      const made = await busy.createMap()
      const ask = (key: string): Promise<Answer> => busy.request(`/api/maps/${made.id}/export?format=json`, { key })
      const answers = await Promise.all(Array.from({ length: 7 }, () => ask(made.links.view.key)))
      expect(answers.every(({ status }) => status === 200)).toBe(true)
      let last = answers[0]
      for (let index = 0; index < 60 && last?.status === 200; index += 1) last = await ask(made.links.view.key)
      expect(last).toMatchObject({ status: 429, code: 'too-many-requests' })
      expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0)
      expect((await ask(made.links.owner.key)).status).toBe(200)

      const change = (key: string): Promise<Answer> =>
        busy.request(`/api/maps/${made.id}`, {
          method: 'PATCH',
          key,
          json: { commands: [{ name: 'setTitle', input: { title: 'Same' } }] },
        })
      let changed = await change(made.links.contribute.key)
      for (let index = 0; index < 600 && changed.status !== 429; index += 1) {
        changed = await change(made.links.contribute.key)
      }
      expect(changed).toMatchObject({ status: 429, code: 'too-many-requests' })
      expect((await change(made.links.owner.key)).status).not.toBe(429)
    } finally {
      await busy.stop()
    }
  })
})
