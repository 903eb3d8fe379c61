import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runCli } from '@/cli/runCli'
import { mapAnalysisSchema } from '@/lib/protocol/analysis'
import { createTestTerminal } from '../helpers/testTerminal'

const folder = mkdtempSync(path.join(tmpdir(), 'weft-analyse-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = path.join(folder, 'edges.csv')
writeFileSync(
  file,
  'from,to,sign\nTrust,Cooperation,+\nCooperation,Trust,+\nCooperation,Conflict,-\nConflict,Trust,-\n',
)

const unsigned = path.join(folder, 'unsigned.csv')
writeFileSync(unsigned, 'from,to,sign\nA,B,\nB,A,+\nB,C,+\nC,A,-\n')

const { terminal, output, said } = createTestTerminal()
const run = (...args: readonly string[]): Promise<number> => runCli(['analyse', ...args], terminal)

describe('weft analyse', () => {
  it('CLI-12: prints the analysis of the API as one JSON object, and nothing else on standard output()', async () => {
    expect(await run(file, '--json')).toBe(0)
    expect(JSON.parse(output())).toMatchObject({
      variables: 3,
      links: 4,
      loops: { total: 2, complete: true, reinforcing: 2, balancing: 0, undetermined: 0, longest: 3 },
    })
    expect(said().join('\n')).toMatch(/3 variables/)
  })

  it('CLI-12: without --json, says the loops in words', async () => {
    expect(await run(file)).toBe(0)
    expect(output()).toMatch(/^3 variables, 4 causal links, 2 loops: 2 reinforcing, 0 balancing, 0 undetermined\.\n/)
    expect(output()).toMatch(/R2 +Conflict → Trust → Cooperation\n/)
  })

  it('CLI-15: reads elements that do not say what they are as --as says, and refuses another word', async () => {
    const people = path.join(folder, 'people.csv')
    writeFileSync(people, 'from,to\nAnn,Bob\nBob,Cy\n')
    expect(await run(people, '--as', 'stakeholders')).toBe(0)
    expect(output()).toMatch(/^3 stakeholders; no tie has sectors at both ends\./)
    expect(await run(people, '--as', 'variables')).toBe(0)
    expect(output()).toMatch(/^3 variables, 2 causal links/m)
    expect(await run(people, '--as', 'folk')).toBe(2)
    expect(said().at(-1)).toBe('--as folk is not known. Choose one of variables, stakeholders.')
  })

  describe('of people in many pieces', () => {
    // A way of seven people, and five who are by themselves in pairs.
    const name = path.join(folder, 'pieces.csv')
    const way = ['Ann', 'Ben', 'Cy', 'Di', 'Eve', 'Fay', 'Gus']
    const ties = way.slice(1).map((to, at) => `${way[at]},${to},,both`)
    const pairs = [1, 2, 3, 4, 5].map((at) => `P${at},Q${at},,both`)
    writeFileSync(name, `from,to,type,direction\n${[...ties, ...pairs].join('\n')}\n`)

    it('NET-31, CLI-21: says who could introduce whom over several people, whatever would join pieces', async () => {
      expect(await run(name)).toBe(0)
      expect(output()).toMatch(
        /Ties that would bring most:\n(?: {2}.*nobody, as no ties lead from one to the other\n){3}/,
      )
      expect(output()).toMatch(
        /Among those whom ties lead to each other:\n {2}Ben and Fay; could introduce: Cy, then Di, then Eve\n/,
      )
    })

    it('NET-36, CLI-14: tells by name whom it tells by id', async () => {
      expect(await run(name, '--json')).toBe(0)
      const { network, elements } = mapAnalysisSchema.parse(JSON.parse(output()))
      if (network.of !== 'ties') throw new Error('no ties')
      const labels = new Map(elements.map(({ id, label }) => [id, label]))
      const { bridging, reliances } = network
      expect(bridging).toHaveLength(10)
      expect(bridging?.filter(({ joins }) => joins > 0)).toHaveLength(5)
      for (const one of bridging ?? []) {
        expect(one.endNames).toEqual(one.ends.map((id) => labels.get(id)))
        expect(one.introducerNames).toEqual(one.introducers.map((id) => labels.get(id)))
        expect(one.chainNames).toEqual(one.chain.map((id) => labels.get(id)))
      }
      expect(reliances.length).toBeGreaterThan(0)
      for (const { id, label } of reliances) expect(label).toBe(labels.get(id))
    })
  })

  describe('of people with hardly a tie', () => {
    const people = (links: object, sectors: readonly (string | undefined)[]): string => {
      const name = path.join(folder, 'few.json')
      const elements = Object.fromEntries(
        sectors.map((sector, at) => [
          `s${at}`,
          { kind: 'stakeholder', label: `S${at}`, ...(sector === undefined ? {} : { sector }) },
        ]),
      )
      writeFileSync(name, JSON.stringify({ weft: 1, meta: {}, elements, links }))
      return name
    }
    const tie = { kind: 'tie', from: 's0', to: 's1', type: 'money' }

    it('CLI-12: without any tie says so, and tells the same measures as with ties', async () => {
      const few = people({}, ['health', 'media', undefined])
      expect(await run(few)).toBe(0)
      expect(output()).toBe('3 stakeholders, no ties yet.\n')
      const words = output().length
      expect(await run(few, '--json')).toBe(0)
      expect(JSON.parse(output().slice(words))).toMatchObject({
        network: { of: 'ties', actors: 3, arcs: 0, sectors: { names: ['Health', 'Media'], sizes: [1, 1], unknown: 1 } },
      })
    })

    it('CLI-12: says one pair of one, and no heading over nothing', async () => {
      expect(await run(people({ tie }, ['health', 'media']))).toBe(0)
      expect(output()).toMatch(/^2 stakeholders, 1 pair with a tie and a sector: 1 across sectors, 0 within/)
      expect(output()).not.toContain('Most often between others')
    })

    it('NET-11: with a single sector there is no E-I index, and that it needs two is said', async () => {
      const one = people({ tie }, ['health', 'health'])
      expect(await run(one)).toBe(0)
      expect(output()).toContain('0 across sectors, 1 within (the E-I index needs two sectors).')
      const words = output().length
      expect(await run(one, '--json')).toBe(0)
      expect(JSON.parse(output().slice(words))).toMatchObject({
        network: {
          sectors: { externalInternal: { external: 0, internal: 1, index: null, expected: null, p: null } },
        },
      })
    })
  })

  it('CLI-18, HOLD-4: says who has a hand on what, and which sector is missing from a loop', async () => {
    const holds = path.join(folder, 'holds.json')
    const map = {
      weft: 1,
      meta: {},
      elements: {
        a: { kind: 'stakeholder', label: 'Ministry', sector: 'government' },
        b: { kind: 'stakeholder', label: 'Union', sector: 'community' },
        v: { kind: 'variable', label: 'Waiting time' },
        w: { kind: 'variable', label: 'Staff' },
        x: { kind: 'variable', label: 'Overtime' },
      },
      links: {
        l1: { kind: 'causal', from: 'v', to: 'w', polarity: '-' },
        l2: { kind: 'causal', from: 'w', to: 'v', polarity: '-' },
        h1: { kind: 'relation', from: 'a', to: 'w', type: 'can-move' },
        h2: { kind: 'relation', from: 'a', to: 'v', type: 'decides' },
        h3: { kind: 'relation', from: 'b', to: 'x', type: 'affected-by' },
      },
    }
    writeFileSync(holds, JSON.stringify(map))
    expect(await run(holds)).toBe(0)
    expect(output()).toContain(
      [
        'Nobody can move or decides: Overtime.',
        'With a hand on several:',
        '  Ministry: Staff, Waiting time',
        'Affected by what they have no hand on:',
        '  Union: Overtime',
        'Sectors without a hold in a loop:',
        '  R1    Community',
      ].join('\n'),
    )
  })

  it('CLI-13: says how many loops nobody can judge yet, and which sign would decide most of them', async () => {
    expect(await run(unsigned)).toBe(0)
    expect(output()).toMatch(/2 loops: 0 reinforcing, 0 balancing, 2 undetermined\.\n/)
    expect(output()).toContain('The sign of “A” → “B” would decide most: 2 of the undetermined loops listed.')
  })

  it('CLI-13: names the sign that would decide most in the JSON too', async () => {
    expect(await run(unsigned, '--json')).toBe(0)
    expect(JSON.parse(output())).toMatchObject({
      loops: {
        countComplete: true,
        listed: { undetermined: 2 },
        decisive: { from: 'A', to: 'B', loops: 2 },
      },
    })
  })

  it('CLI-13: says “at least” only of what was not counted to the end, and gives no kinds of it', async () => {
    const knot = path.join(folder, 'knot.csv')
    const names = Array.from({ length: 12 }, (_, index) => `v${index}`)
    const rows = names.flatMap((one) => names.flatMap((other) => (one === other ? [] : [`${one},${other},+`])))
    writeFileSync(knot, `from,to,sign\n${rows.join('\n')}\n`)
    expect(await run(knot)).toBe(0)
    expect(output()).toMatch(
      /at least 1000000 loops; counting stopped there\.\nListed are \d+, every loop of up to 4 links/,
    )
    const long = path.join(folder, 'long.csv')
    const chain = Array.from({ length: 12 }, (_, at) => [
      `a${at},b${at},+`,
      `b${at},a${(at + 1) % 12},+`,
      `a${at},c${at},+`,
      `c${at},a${(at + 1) % 12},+`,
    ])
    writeFileSync(long, `from,to,sign\n${chain.flat().join('\n')}\n`)
    expect(await run(long)).toBe(0)
    expect(output()).toMatch(/ 4096 loops: 4096 reinforcing, 0 balancing, 0 undetermined\.\n {2}R1/)
  })

  it.each([
    [[], /needs a file to read/],
    [[file, '--clamp', 'Trust=1'], /weft analyse takes no --clamp; weft simulate does/],
    [[path.join(folder, 'none.csv')], /none\.csv/],
  ])('CLI-8: %j gets one sentence and exit code 2', async (args, sentence) => {
    expect(await run(...args)).toBe(2)
    expect(said().join('\n')).toMatch(sentence)
    expect(output()).toBe('')
  })
})
