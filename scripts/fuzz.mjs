// Seeded tests with seeds nobody has tried: `npm run fuzz`, or `npm run fuzz -- 100` for a hundred
// times as many as `npm test` takes. A failing seed is printed, and FUZZ_SEED=… repeats it.
import { spawnSync } from 'node:child_process'
import path from 'node:path'

const times = process.argv[2] ?? '10'
const seed = process.env.FUZZ_SEED ?? String(Date.now() % 1_000_000_000)
const files = ['tests/fuzz', 'tests/lib/formats/fuzz.test.ts', 'tests/lib/document', 'tests/server/room/guard.test.ts']
process.stdout.write(`FUZZ_SEED=${seed}, ${times} times as many seeds as usual\n`)
const { status } = spawnSync(path.join('node_modules', '.bin', 'vitest'), ['run', ...files, '--testTimeout=3600000'], {
  stdio: 'inherit',
  env: { ...process.env, FUZZ_SEED: seed, FUZZ_TIMES: times },
})
process.exit(status ?? 1)
