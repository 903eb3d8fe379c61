import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runCli } from '@/cli/runCli'
import { comparisonSchema } from '@/lib/protocol/comparison'
import { createTestTerminal } from '../helpers/testTerminal'

const folder = mkdtempSync(path.join(tmpdir(), 'weft-compare-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const fileOf = (name: string, ...rows: readonly string[]): string => {
  const file = path.join(folder, `${name}.csv`)
  writeFileSync(file, ['from,to,sign', ...rows, ''].join('\n'))
  return file
}
const ann = fileOf('ann', 'Trust,Calm,+', 'Calm,Trust,+', 'Calm,Conflict,-')
const bob = fileOf('bob', 'trust,Calm,-', 'Calm,Conflict,-', 'Conflict,Debt,+')
const cy = fileOf('cy', 'Trust,Calm,+', 'Debt,Trust,-')

const { terminal, output, said } = createTestTerminal()
const run = (...args: readonly string[]): Promise<number> => runCli(['compare', ...args], terminal)

describe('weft compare', () => {
  it('CLI-19: says of two maps how far they are from each other, and what is different in the words of the page', async () => {
    expect(await run(ann, bob)).toBe(0)
    expect(output()).toContain('ann.csv and bob.csv (matched by name):\n  in both: 3 of 4 elements, 2 of 4 links')
    expect(output()).toContain('of 2 shared causal links: 1 same sign, 1 opposite, 0 unsaid')
    // Three shared variables: six pairs worth 2; one more: six pairs worth 1. Differences: 2 for the sign, 1 and 1.
    expect(output()).toContain(
      'distance ratio 0.222, element distance ratio 0.133 (delays count), Mental Modeler score -1',
    )
    expect(output()).toContain('  “Trust” to “Calm”: the sign is −, it was +\n')
    expect(output()).toContain('  Broken reinforcing loop: “Calm” → “Trust”\n')
    expect(output()).toMatch(/Measures that moved, the largest change first:\n {2}“/)
    expect(said().join('\n')).toContain('ann.csv: Read 3 variables')
  })

  it('CLI-19: says of several maps what they agree on, what is contested, and which loops nobody drew alone', async () => {
    expect(await run(ann, bob, cy)).toBe(0)
    expect(output()).toMatch(/Shared core \(in more than half of the maps\): \d\n {2}3 {2}Trust\n {2}3 {2}Calm\n/)
    expect(output()).toContain('  3  Trust → Calm (3 could have it; 2 +, 1 −)')
    expect(output()).toContain('Loops that nobody drew alone: 1\n  undetermined: Calm → Conflict → Debt → Trust\n')
    expect(output()).not.toContain('What is different')
  })

  it('CLI-20: prints one JSON object, as the API answers it', async () => {
    expect(await run(ann, bob, '--json')).toBe(0)
    const two = comparisonSchema.parse(JSON.parse(output()))
    expect(two.pairs[0]?.distanceRatio).toBeCloseTo(4 / 18, 12)
    expect(two.agreement).toBeUndefined()
    expect(two.changes?.map(({ says }) => says)).toContain('loop-broken')
  })

  it('CLI-20: of three maps it has all pairs and the agreement, with null where nothing is defined', async () => {
    const lone = fileOf('lone', 'Rain,Rain,+')
    expect(await run(ann, cy, lone, '--json')).toBe(0)
    const three = comparisonSchema.parse(JSON.parse(output()))
    expect(three.pairs.map(({ first, second }) => [first, second])).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ])
    expect(three.changes).toBeUndefined()
    expect(three.agreement?.links.find(({ from, to }) => from === 'Trust' && to === 'Calm')).toMatchObject({
      ...{ standing: 'core', maps: [0, 1], able: 2, supportOfAble: 1, signAgreement: 1 },
    })
  })

  it('CLI-8: one file is too few, and what cannot be read is said with its name', async () => {
    expect(await run(ann)).toBe(2)
    expect(said().at(-1)).toBe('weft compare needs two files or more: weft compare <a> <b> [more…].')
    expect(await run(ann, path.join(folder, 'none.csv'))).toBe(2)
    expect(said().at(-1)).toMatch(/none\.csv cannot be read: there is no such file/)
    expect(await run(ann, bob, '--lambda', '1')).toBe(2)
    expect(said().at(-1)).toBe('weft compare takes no --lambda; weft simulate does.')
  })
})
