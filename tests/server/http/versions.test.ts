import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { CreateMapAnswer } from '../../../lib/protocol/api'
import type { Version } from '../../../lib/protocol/version'
import type { WeftMap } from '../../../lib/model/weftMap'
import { openStockClient, type StockClient } from '../../helpers/stockClient'
import { startTestServer, type Answer, type Joined, type TestServer } from '../../helpers/testServer'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ stoppedClock: true })
})
afterAll(() => server.stop())

type Someone = Joined | { readonly key: string }

/** A request as this participant, and no other of the same browser. */
function ask(map: CreateMapAnswer, path: string, who: Someone, json?: unknown, method?: string): Promise<Answer> {
  const seat = 'participant' in who ? `${path.includes('?') ? '&' : '?'}p=${who.participant.id}` : ''
  return server.request(`/api/maps/${map.id}${path}${seat}`, {
    ...('cookie' in who ? { cookie: who.cookie } : { key: who.key }),
    ...(json === undefined ? {} : { json }),
    ...(method === undefined ? {} : { method }),
  })
}

const variable = (label: string): object => ({
  name: 'addElement',
  input: { kind: 'variable', label, at: { x: 0, y: 0 } },
})
const edit = async (map: CreateMapAnswer, who: Someone, ...commands: readonly object[]): Promise<string> => {
  const made = await ask(map, '', who, { commands }, 'PATCH')
  expect(made.status, made.text).toBe(200)
  return made.json<{ results: { elements: string[] }[] }>().results[0]?.elements[0] ?? ''
}
const name = async (map: CreateMapAnswer, who: Someone, called: string): Promise<Version> => {
  const answer = await ask(map, '/versions', who, { name: called })
  expect(answer.status).toBe(201)
  return answer.json<Version>()
}
const list = async (map: CreateMapAnswer, who: Someone): Promise<readonly Version[]> =>
  (await ask(map, '/versions', who)).json<{ versions: Version[] }>().versions
const labels = (map: WeftMap): readonly string[] =>
  Object.values(map.elements)
    .map(({ label }) => label)
    .sort()
const read = async (map: CreateMapAnswer, who: Someone): Promise<readonly string[]> =>
  labels((await ask(map, '', who)).json<WeftMap>())

async function openMap() {
  const map = await server.createMap()
  return {
    map,
    fay: await server.join(map, 'facilitate', 'Fay'),
    cem: await server.join(map, 'contribute', 'Cem'),
    kim: await server.join(map, 'comment', 'Kim'),
    vic: await server.join(map, 'view', 'Vic'),
  }
}

const open = (map: CreateMapAnswer, key: string): StockClient =>
  openStockClient(`${server.url.replace('http', 'ws')}/sync`, map.id, { params: { key, events: '1' } })

describe('versions over HTTP', () => {
  it('VERSION-10: whoever may edit keeps the map as it is now under a name, with who edited since; all who may look read it', async () => {
    const { map, cem, fay, vic } = await openMap()
    await edit(map, cem, variable('Trust'))
    const version = await name(map, fay, '  Before the vote ')
    expect(version).toMatchObject({
      ...{ name: 'Before the vote', why: 'named', people: ['Cem'], seq: 2 },
      by: { id: fay.participant.id, name: 'Fay' },
    })
    await edit(map, cem, variable('Fear'))
    expect((await list(map, vic)).map(({ why }) => why)).toEqual(['named', 'start'])
    const then = await ask(map, `/versions/${version.id}`, vic)
    expect(labels(then.json<WeftMap>())).toEqual(['Trust'])
    await server.restart()
    expect(await list(map, vic)).toMatchObject([version, { why: 'start', seq: 1 }])
  })

  it('VERSION-11: what was personal then leaves only where it is asked for, as in exports', async () => {
    const { map, cem, vic } = await openMap()
    const input = { kind: 'stakeholder', label: 'Union', at: { x: 0, y: 0 } }
    const union = await edit(map, cem, { name: 'addElement', input })
    await edit(map, cem, {
      name: 'setElementFields',
      input: { ids: [union], fields: { contact: 'call 112', role: 'Workers' } },
    })
    const { id } = await name(map, cem, 'Named')
    const plain = (await ask(map, `/versions/${id}`, vic)).json<WeftMap>().elements[union as never]
    expect(plain).toMatchObject({ role: 'Workers' })
    expect(plain).not.toHaveProperty('contact')
    const whole = (await ask(map, `/versions/${id}?personal=true`, vic)).json<WeftMap>().elements[union as never]
    expect(whole).toMatchObject({ contact: 'call 112' })
  })

  it('VERSION-12: who may not is refused, and of another map there is none', async () => {
    const { map, fay, cem, kim, vic } = await openMap()
    const { id } = await name(map, cem, 'Mine')
    const dee = await server.join(map, 'contribute', 'Dee')
    const forged: readonly (readonly [Someone, string, unknown, string, string])[] = [
      [kim, '/versions', { name: 'Forged' }, 'POST', 'role-needed'],
      [vic, `/versions/${id}`, { name: 'Forged' }, 'PATCH', 'role-needed'],
      [cem, `/versions/${id}`, undefined, 'DELETE', 'role-needed'],
      [cem, `/versions/${id}/restore`, undefined, 'POST', 'role-needed'],
      [cem, `/versions/${id}/copy`, undefined, 'POST', 'role-needed'],
      [dee, `/versions/${id}`, { name: 'Forged' }, 'PATCH', 'not-your-version'],
      [fay, '/versions', { name: '  ' }, 'POST', 'bad-request'],
      [fay, '/versions', { name: 'x'.repeat(81) }, 'POST', 'bad-request'],
    ]
    for (const [who, path, json, method, code] of forged) {
      expect(await ask(map, path, who, json, method), `${method} ${path}`).toMatchObject({ code })
    }
    const other = await openMap()
    for (const [path, json, method] of [
      ['', undefined, 'GET'],
      ['', { name: 'x' }, 'PATCH'],
      ['', undefined, 'DELETE'],
      ['/restore', undefined, 'POST'],
      ['/copy', undefined, 'POST'],
    ] as const) {
      const asked = await ask(other.map, `/versions/${id}${path}`, other.fay, json, method)
      expect(asked).toMatchObject({ status: 404, code: 'no-such-version' })
    }
    expect(await list(map, vic)).toMatchObject([{ name: 'Mine' }])
  })

  it('VERSION-13: a name is changed by who gave it and by those who run the meeting, who delete versions as well', async () => {
    const { map, fay, cem, kim } = await openMap()
    await edit(map, cem, variable('Trust'))
    const [start] = await list(map, kim)
    const path = `/versions/${start?.id ?? ''}`
    // One that was kept by itself is anybody's to name, and stays from then on.
    expect((await ask(map, path, cem, { name: 'Empty' }, 'PATCH')).json()).toMatchObject({
      ...{ name: 'Empty', why: 'start', by: { name: 'Cem' } },
    })
    expect((await ask(map, path, cem, { name: 'Blank' }, 'PATCH')).json()).toMatchObject({ name: 'Blank' })
    expect((await ask(map, path, fay, { name: 'Nothing yet' }, 'PATCH')).json()).toMatchObject({
      ...{ name: 'Nothing yet', by: { name: 'Cem' } },
    })
    expect((await ask(map, path, fay, undefined, 'DELETE')).status).toBe(204)
    expect(await ask(map, path, fay, undefined, 'DELETE')).toMatchObject({ code: 'no-such-version' })
    expect(await list(map, kim)).toEqual([])
  })

  it('VERSION-14, VERSION-23: putting a version back changes the map for everyone who is there, live, and putting back what was kept just before undoes it', async () => {
    const { map, fay, cem } = await openMap()
    await edit(map, cem, variable('Trust'))
    const { id } = await name(map, cem, 'One')
    await edit(map, cem, variable('Fear'))
    const client = open(map, map.links.view.key)
    await client.synced()
    expect(client.elements().size).toBe(2)
    const restored = await ask(map, `/versions/${id}/restore`, fay, undefined, 'POST')
    expect(restored.status).toBe(200)
    const { before, changed } = restored.json<{ before: Version; changed: boolean }>()
    expect(changed).toBe(true)
    expect(before).toMatchObject({ why: 'before-restore', by: { name: 'Fay' }, people: ['Cem'], seq: 3 })
    await client.until('one element is left', () => client.elements().size === 1)
    await client.until('it is told of', () =>
      client.events.some(
        ({ kind, version }) => kind === 'version' && (version as Version | undefined)?.why === 'before-restore',
      ),
    )
    expect(await read(map, fay)).toEqual(['Trust'])
    const again = await ask(map, `/versions/${id}/restore`, fay, undefined, 'POST')
    // VERSION-23: where the map is like that already there is nothing to undo, and nothing is kept.
    expect(again.json()).toEqual({ changed: false })
    expect((await list(map, fay)).filter(({ why }) => why === 'before-restore')).toHaveLength(1)
    await ask(map, `/versions/${before.id}/restore`, fay, undefined, 'POST')
    await client.until('both are back', () => client.elements().size === 2)
    expect(await read(map, fay)).toEqual(['Fear', 'Trust'])
    client.close()
  })

  it('VERSION-37: everyone who is there is told who put which version back, once it is done, and not where nothing changed', async () => {
    const { map, fay, cem } = await openMap()
    await edit(map, cem, variable('Trust'))
    const { id } = await name(map, cem, 'One')
    await edit(map, cem, variable('Fear'))
    const client = open(map, map.links.view.key)
    await client.synced()
    const told = () => client.events.flatMap(({ kind, restored }) => (kind === 'restored' ? [restored] : []))
    const done = await ask(map, `/versions/${id}/restore`, fay, undefined, 'POST')
    const { before } = done.json<{ before: Version }>()
    await client.until('it is told of', () => told().length === 1)
    expect(client.elements().size).toBe(1)
    expect(told()).toMatchObject([{ id: before.id, by: { name: 'Fay' }, version: { id, name: 'One' } }])
    await ask(map, `/versions/${id}/restore`, fay, undefined, 'POST')
    // By a script, whom nobody knows by name.
    await ask(map, `/versions/${before.id}/restore`, { key: map.links.facilitate.key }, undefined, 'POST')
    await client.until('that is told of, too', () => told().length === 2)
    expect(told()[1]).toMatchObject({ version: { id: before.id, why: 'before-restore' } })
    expect(told()[1]).not.toHaveProperty('by')
    client.close()
  })

  it('VERSION-15: what somebody does to other things while a version is put back stays', async () => {
    const { map, fay, cem } = await openMap()
    await edit(map, cem, variable('Trust'))
    const { id } = await name(map, cem, 'One')
    await edit(map, cem, variable('Fear'))
    // Sent side by side: whichever is first, neither is lost.
    const [restored] = await Promise.all([
      ask(map, `/versions/${id}/restore`, fay, undefined, 'POST'),
      edit(map, cem, variable('Hope')),
    ])
    const { before } = restored.json<{ before: Version }>()
    const now = await read(map, fay)
    const kept = labels((await ask(map, `/versions/${before.id}`, fay)).json<WeftMap>())
    expect(now).not.toContain('Fear')
    expect(kept).toContain('Fear')
    expect([...now, ...kept]).toContain('Hope')
  })

  it('VERSION-16: a version becomes a map of its own, with links of its own', async () => {
    const { map, fay, cem } = await openMap()
    await edit(map, cem, variable('Trust'))
    const { id } = await name(map, cem, 'One')
    await edit(map, cem, variable('Fear'))
    const copied = await ask(map, `/versions/${id}/copy`, fay, undefined, 'POST')
    expect(copied.status).toBe(201)
    const copy = copied.json<CreateMapAnswer>()
    expect(copy.id).not.toBe(map.id)
    expect(await read(copy, { key: copy.links.view.key })).toEqual(['Trust'])
    expect(await read(map, fay)).toEqual(['Fear', 'Trust'])
  })

  it('VERSION-17: the list comes by pages', async () => {
    const { map, cem } = await openMap()
    const named = []
    for (const called of ['a', 'b', 'c', 'd', 'e']) named.push(await name(map, cem, called))
    const page = async (query: string): Promise<{ versions: Version[]; next?: string }> =>
      (await ask(map, `/versions?limit=2${query}`, cem)).json()
    const first = await page('')
    expect(first.versions.map((version) => version.name)).toEqual(['e', 'd'])
    const second = await page(`&before=${first.next ?? ''}`)
    expect(second.versions.map((version) => version.name)).toEqual(['c', 'b'])
    const last = await page(`&before=${second.next ?? ''}`)
    expect(last.versions.map((version) => version.name)).toEqual(['a'])
    expect(last.next).toBeUndefined()
    expect(named).toHaveLength(5)
    expect(await ask(map, '/versions?limit=0', cem)).toMatchObject({ code: 'bad-request' })
  })

  it('VERSION-4: what came at once over the socket, and what went, has what was before it kept; by what it did', async () => {
    const { map, fay } = await openMap()
    await edit(map, fay, variable('Trust'))
    const client = open(map, map.links.contribute.key)
    await client.synced()
    const fill = (from: number, upTo: number): void => {
      client.doc.transact(() => {
        for (let index = from; index < upTo; index += 1) {
          const record = new Y.Map<unknown>()
          client.elements().set(`e${index}`, record)
          record.set('kind', 'variable')
          record.set('label', `E${index}`)
        }
      })
    }
    const isTold = (why: string): boolean =>
      client.events.some(({ version }) => (version as Version | undefined)?.why === why)
    fill(0, 12)
    await client.until('the import is told of', () => isTold('before-import'))
    client.doc.transact(() => {
      for (const id of client.elements().keys()) client.elements().delete(id)
    })
    await client.until('the clear is told of', () => isTold('before-clear'))
    const versions = await list(map, fay)
    expect(versions.map(({ why, seq }) => [why, seq])).toEqual([
      ['before-clear', 3],
      ['before-import', 2],
      ['start', 1],
    ])
    const kept = (await ask(map, `/versions/${versions[0]?.id ?? ''}`, fay)).json<WeftMap>()
    expect(Object.keys(kept.elements)).toHaveLength(13)
    client.close()
  })
})
