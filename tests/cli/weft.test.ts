import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const program = fileURLToPath(new URL('../../cli/weft.mjs', import.meta.url))

function weft(args: readonly string[], input?: string) {
  return spawnSync(process.execPath, [program, ...args], {
    cwd: root,
    encoding: 'utf8',
    ...(input === undefined ? {} : { input }),
  })
}

describe('the weft command', () => {
  it('CLI-9: builds itself when it has to, and runs', () => {
    const run = weft(['convert', '-', '-', '--to', 'csv'], 'from,to,sign\nA,B,+\n')
    expect(run.stderr).toBe('Read 2 variables, 1 causal link (csv).\n')
    expect(run.stdout).toContain(',causal,A,B,+')
    expect(run.status).toBe(0)
    expect(existsSync(new URL('../../dist/cli.mjs', import.meta.url))).toBe(true)
  })

  it('CLI-8: ends with 2 and one sentence on bad input, never with a stack trace', () => {
    const run = weft(['convert', 'nowhere.csv', 'out.json'])
    expect(run.status).toBe(2)
    expect(run.stdout).toBe('')
    expect(run.stderr).toBe('nowhere.csv cannot be read: there is no such file or folder.\n')
  })
})
