import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CreateMapAnswer } from '../../../lib/protocol/api'
import type { ProtectionAnswer } from '../../../lib/protocol/protection'
import { openRawClient } from '../../helpers/rawClient'
import { readEvent } from '../../helpers/readEvent'
import { startTestServer, type Answer, type TestServer } from '../../helpers/testServer'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const act = (map: CreateMapAnswer, json: object, key = map.links.facilitate.key): Promise<Answer> =>
  server.request(`/api/maps/${map.id}/protection`, { key, json })
const change = (map: CreateMapAnswer, key: string, ...commands: object[]): Promise<Answer> =>
  server.request(`/api/maps/${map.id}`, { method: 'PATCH', key, json: { commands } })

/** A map with a frame, "Inside" in it, and "Outside" beside it; their ids in that order. */
async function createFramed(): Promise<{ map: CreateMapAnswer; ids: readonly string[] }> {
  const map = await server.createMap()
  const added = await change(
    map,
    map.links.owner.key,
    { name: 'addElement', input: { kind: 'frame', at: { x: 0, y: 0, width: 400, height: 300 }, label: 'Zone' } },
    { name: 'addElement', input: { kind: 'variable', at: { x: 0, y: 0 }, label: 'Inside' } },
    { name: 'addElement', input: { kind: 'variable', at: { x: 900, y: 0 }, label: 'Outside' } },
  )
  const { results } = added.json<{ results: { elements: string[] }[] }>()
  return { map, ids: results.map(({ elements }) => elements[0] ?? '') }
}

describe('hidden frames, over HTTP', () => {
  it('PROTECT-35: only those who run the meeting hide and reveal; everyone is told; it outlives a restart', async () => {
    const { map, ids } = await createFramed()
    const frames = ids.slice(0, 1)
    for (const grant of ['contribute', 'comment', 'view'] as const) {
      const answer = await act(map, { act: 'hide', frames }, map.links[grant].key)
      expect(answer).toMatchObject({ status: 403, code: 'role-needed' })
    }
    const url = `${server.url.replace('http', 'ws')}/sync`
    const viewer = await openRawClient(url, map.id, `?events=1&key=${map.links.view.key}`)
    const told = (): Record<string, unknown>[] => viewer.received.flatMap(readEvent)
    await viewer.until('welcomed', () => told().some(({ kind }) => kind === 'welcome'))
    const done = (await act(map, { act: 'hide', frames })).json<ProtectionAnswer>()
    expect(done).toEqual({ version: 1, protection: { elements: [], links: [], hidden: frames } })
    await viewer.until('told', () => told().some(({ kind }) => kind === 'protection'))
    expect(told()).toContainEqual({ kind: 'protection', protection: done })
    viewer.close()
    await server.restart()
    expect((await act(map, { act: 'reveal', frames })).json()).toEqual({
      version: 2,
      protection: { elements: [], links: [] },
    })
  })

  it('PROTECT-36: what others read over HTTP lacks what is hidden, until it is revealed', async () => {
    const { map, ids } = await createFramed()
    const paths = [
      '',
      '/export?format=json',
      '/export?format=csv',
      '/export?format=svg',
      '/analysis',
      '/report?format=json',
    ]
    const read = async (path: string, key: string): Promise<string> =>
      (await server.request(`/api/maps/${map.id}${path}`, { key })).text
    const picture = (): Promise<Answer> =>
      server.request(`/api/maps/${map.id}/thumbnail.svg`, { key: map.links.view.key })
    const before = await picture()
    await act(map, { act: 'hide', frames: ids.slice(0, 1) })
    for (const path of paths) {
      for (const grant of ['contribute', 'view'] as const) {
        expect(await read(path, map.links[grant].key), path).not.toMatch(/Inside|Zone/)
      }
    }
    expect(await read('', map.links.view.key)).toContain('Outside')
    expect(await read('', map.links.facilitate.key)).toContain('Inside')
    expect((await picture()).headers.get('etag')).not.toBe(before.headers.get('etag'))
    await act(map, { act: 'reveal', frames: ids.slice(0, 1) })
    expect(await read('', map.links.view.key)).toContain('Inside')
    expect((await picture()).text).toBe(before.text)
  })

  it('PROTECT-36, PROTECT-39: comments and rounds about what is hidden do not name it to others', async () => {
    const { map, ids } = await createFramed()
    const [zone = '', inside = '', outside = ''] = ids
    const { key } = map.links.facilitate
    const joined = await server.request(`/api/maps/${map.id}/join`, { json: { key, name: 'Fay' } })
    const cookie = joined.headers.get('set-cookie')?.split(';')[0] ?? ''
    const fay = `?p=${joined.json<{ participant: { id: string } }>().participant.id}`
    for (const [id, text] of [
      [inside, 'What of it?'],
      [outside, 'And this?'],
    ] as const) {
      const about = { anchor: { kind: 'element', id }, text }
      const begun = await server.request(`/api/maps/${map.id}/comments${fay}`, { json: about, headers: { cookie } })
      expect(begun.status).toBe(201)
    }
    const setup = { kind: 'dots', question: 'Which first?', targets: [inside, outside], budget: 3 }
    const asked = await server.request(`/api/maps/${map.id}/rounds`, { key, json: setup })
    expect(asked.status).toBe(201)
    const round = asked.json<{ id: string }>().id
    const reveal = await server.request(`/api/maps/${map.id}/rounds/${round}/reveal`, { key, json: {} })
    expect(reveal.status).toBe(200)
    await act(map, { act: 'hide', frames: [zone] })
    const paths = [
      '/comments',
      '/rounds',
      `/rounds/${round}`,
      `/rounds/${round}/result.csv`,
      '/export?format=json&comments=true&rounds=true',
      '/report?format=html',
    ]
    const read = async (path: string, own: string): Promise<string> =>
      (await server.request(`/api/maps/${map.id}${path}`, { key: own })).text
    for (const path of paths) {
      const text = await read(path, map.links.view.key)
      expect(text, path).toContain('Outside')
      expect(text, path).not.toContain('Inside')
      expect(await read(path, key), path).toContain('Inside')
    }
    await act(map, { act: 'reveal', frames: [zone] })
    for (const path of paths) expect(await read(path, map.links.view.key), path).toContain('Inside')
  })

  it('PROTECT-41: what practices keep of hidden elements goes to everyone in its own words, and names none of them', async () => {
    const { map, ids } = await createFramed()
    const [zone = '', inside = '', outside = ''] = ids
    const keep = (kind: string, fields: object): object => ({ name: 'savePractice', input: { kind, fields } })
    const kept = await change(
      map,
      map.links.facilitate.key,
      keep('check-in', { about: inside, state: 'improving', note: 'Said of it' }),
      keep('result', { name: 'Fewer nights', measures: [inside, outside] }),
      keep('coalition', { name: 'Neighbours', [`member:${inside}`]: { state: 'asked', askedBy: inside } }),
      keep('experiment', { name: 'Try it', [`mark:${inside}`]: 'up' }),
    )
    expect(kept.status, kept.text).toBe(200)
    await act(map, { act: 'hide', frames: [zone] })
    const read = async (path: string): Promise<string> =>
      (await server.request(`/api/maps/${map.id}${path}`, { key: map.links.contribute.key })).text
    for (const path of ['', '/export?format=json', '/export?format=json&personal=true']) {
      const text = await read(path)
      for (const words of ['Said of it', 'Fewer nights', 'Neighbours', 'Try it']) expect(text, path).toContain(words)
      expect(text, path).not.toMatch(/Inside|Zone/)
    }
    for (const path of ['/export?format=csv', '/analysis', '/report?format=html', '/report?format=json']) {
      expect(await read(path), path).not.toMatch(/Inside|Zone/)
    }
  })

  it('PROTECT-39: a hidden frame is not sent out to groups, to whom the copy would be empty', async () => {
    const { map, ids } = await createFramed()
    const [zone = ''] = ids
    await act(map, { act: 'hide', frames: [zone] })
    const { key } = map.links.facilitate
    const begin = { mode: 'choose', groups: ['North', 'South'], frame: zone }
    const refused = await server.request(`/api/maps/${map.id}/breakouts`, { key, json: begin })
    expect(refused).toMatchObject({ status: 409, code: 'frame-hidden' })
    await act(map, { act: 'reveal', frames: [zone] })
    expect(await server.request(`/api/maps/${map.id}/breakouts`, { key, json: begin })).toMatchObject({ status: 201 })
  })

  it('PROTECT-37: contributors change nothing that is hidden from them', async () => {
    const { map, ids } = await createFramed()
    const [zone = '', inside = '', outside = ''] = ids
    await act(map, { act: 'hide', frames: [zone] })
    const rename = (id: string): object => ({ name: 'renameElement', input: { id, label: 'Forged' } })
    const { contribute, facilitate } = map.links
    for (const id of [zone, inside]) {
      expect(await change(map, contribute.key, rename(id))).toMatchObject({ status: 403, code: 'protected' })
    }
    expect(await change(map, contribute.key, rename(outside))).toMatchObject({ status: 200 })
    expect(await change(map, facilitate.key, rename(inside))).toMatchObject({ status: 200 })
  })
})
