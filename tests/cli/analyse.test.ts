import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runCli } from '@/cli/runCli'
import { createTestTerminal } from '../helpers/testTerminal'

const folder = mkdtempSync(path.join(tmpdir(), 'weft-analyse-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = path.join(folder, 'edges.csv')
writeFileSync(
  file,
  'from,to,sign\nTrust,Cooperation,+\nCooperation,Trust,+\nCooperation,Conflict,-\nConflict,Trust,-\n',
)

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
