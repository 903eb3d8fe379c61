import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CreateMapAnswer, ImportMapAnswer } from '../../../lib/protocol/api'
import type { RoundAnswer, RoundHead } from '../../../lib/protocol/round'
import type { FiledRound } from '../../../lib/protocol/roundFile'
import { startTestServer, type TestServer } from '../../helpers/testServer'

interface MapFile {
  readonly elements: Readonly<Record<string, { readonly label: string }>>
  readonly rounds: readonly FiledRound[]
}

let server: TestServer
let map: CreateMapAnswer
/** The file with the tick “With rounds”: a pulse and an own words' round revealed, one round still open. */
let file: MapFile
beforeAll(async () => {
  server = await startTestServer()
  map = await server.createMap({ template: 'causal-loop' })
  const facilitator = await server.join(map, 'facilitate', 'Fadime')
  const contributor = await server.join(map, 'contribute', 'Caspian')
  const target = Object.keys(await readElements(map))[0] ?? ''
  const ask = async (json: object, given: object | undefined, reveal: boolean): Promise<void> => {
    const asked = await server.request(`/api/maps/${map.id}/rounds`, { cookie: facilitator.cookie, json })
    const { id } = asked.json<{ id: string }>()
    if (given !== undefined) {
      await server.request(`/api/maps/${map.id}/rounds/${id}/answer`, {
        method: 'PUT',
        cookie: contributor.cookie,
        json: given,
      })
    }
    if (reveal) {
      await server.request(`/api/maps/${map.id}/rounds/${id}/reveal`, { cookie: facilitator.cookie, json: {} })
    }
  }
  await ask(
    { kind: 'pulse', question: 'How does it go?', targets: [target] },
    { states: { [target]: { says: 'worsening', note: 'Buses are late.' } } },
    true,
  )
  await ask({ kind: 'text', question: 'What surprised you?', anonymous: false }, { text: 'How full it is.' }, true)
  await ask({ kind: 'text', question: 'Anything else?' }, { text: 'Secret.' }, false)
  const exported = await server.request(`/api/maps/${map.id}/export?format=json&rounds=true`, {
    key: map.links.view.key,
  })
  file = exported.json<MapFile>()
})
afterAll(() => server.stop())

async function readElements(of: CreateMapAnswer): Promise<MapFile['elements']> {
  const answer = await server.request(`/api/maps/${of.id}`, { key: of.links.view.key })
  return answer.json<MapFile>().elements
}

async function importFile(content: object): Promise<ImportMapAnswer> {
  const answer = await server.request('/api/maps/import?format=auto', { body: JSON.stringify(content) })
  expect(answer.status).toBe(201)
  return answer.json<ImportMapAnswer>()
}

async function listRounds(of: CreateMapAnswer): Promise<readonly RoundHead[]> {
  const answer = await server.request(`/api/maps/${of.id}/rounds`, { key: of.links.view.key })
  return answer.json<{ rounds: RoundHead[] }>().rounds
}

describe('rounds of a file that becomes a map', () => {
  it('ROUND-96: those with a result come along as what they are, revealed, dated, and marked as from the file', async () => {
    const made = await importFile(file)
    const rounds = await listRounds(made)
    expect(rounds.map(({ setup, state, done, asked }) => [setup.question, state, done, asked])).toEqual([
      ['How does it go?', 'revealed', 1, 1],
      ['What surprised you?', 'revealed', 1, 1],
    ])
    expect(rounds.map(({ openedAt }) => openedAt)).toEqual(file.rounds.slice(0, 2).map(({ openedAt }) => openedAt))
    for (const { importedAt, openedBy } of rounds) {
      expect(importedAt).toBeGreaterThan(0)
      expect(openedBy).toBe('')
    }
    const ids = new Set((await listRounds(map)).map(({ id }) => id))
    expect(rounds.filter(({ id }) => ids.has(id))).toEqual([])
    const [pulse, words] = await Promise.all(
      rounds.map(async ({ id }) =>
        (await server.request(`/api/maps/${made.id}/rounds/${id}`, { key: made.links.view.key })).json<RoundAnswer>(),
      ),
    )
    expect(pulse?.result).toEqual(file.rounds[0]?.outcome)
    expect(words?.result).toMatchObject({ texts: [{ text: 'How full it is.', by: { name: 'Caspian' } }] })
  })

  it('ROUND-96: the report counts them, and names those that have no result', async () => {
    const { report } = await importFile(file)
    expect(report.read['rounds']).toBe(2)
    expect(report.notCarried).toContainEqual(
      expect.objectContaining({ code: 'round-without-result', where: 'Anything else?', count: 1 }),
    )
    expect(report.notCarried.filter(({ what }) => what === 'rounds')).toEqual([])
  })

  it('ROUND-96: of a round about what is not in the file that is told, and its result stays under its name', async () => {
    const target = file.rounds[0]?.setup.targets[0] ?? ''
    const { [target]: gone, ...elements } = file.elements
    const made = await importFile({ ...file, elements })
    expect(made.report.notCarried).toContainEqual(
      expect.objectContaining({ code: 'round-target-gone', what: 'How does it go?', where: gone?.label }),
    )
    expect((await listRounds(made))[0]?.labels[target]).toBe(gone?.label)
  })

  it('ROUND-96: no round of a file is open, of a step, or from a time that is still to come', async () => {
    const rounds = file.rounds.map((round) => ({
      ...round,
      openedAt: Date.now() + 10 * 365 * 86_400_000,
      setup: { ...round.setup, closesWith: 'step', step: 'step-1', again: 'another' },
    }))
    const made = await importFile({ ...file, rounds })
    const listed = await listRounds(made)
    expect(listed).toHaveLength(2)
    for (const { setup, state, openedAt } of listed) {
      expect(state).toBe('revealed')
      expect([setup.closesWith, setup.step, setup.again]).toEqual([undefined, undefined, undefined])
      expect(openedAt).toBeLessThanOrEqual(Date.now())
    }
  })

  it('ROUND-96: what is no round is told, and the map comes all the same', async () => {
    const made = await importFile({ ...file, rounds: [7, { setup: { kind: 'riddle' } }, ...file.rounds] })
    expect(made.report.notCarried).toContainEqual(
      expect.objectContaining({ code: 'bad-record', what: 'round', count: 2 }),
    )
    expect(await listRounds(made)).toHaveLength(2)
  })

  it('ROUND-96: a map from such a map has them again', async () => {
    const first = await importFile(file)
    const exported = await server.request(`/api/maps/${first.id}/export?format=json&rounds=true`, {
      key: first.links.view.key,
    })
    const second = await importFile(exported.json<object>())
    expect((await listRounds(second)).map(({ setup }) => setup)).toEqual(
      (await listRounds(first)).map(({ setup }) => setup),
    )
    expect(second.report.notCarried).toEqual([])
  })
})
