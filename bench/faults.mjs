// Faults of several processes for as long as one likes: real Weft processes on a real PostgreSQL and Redis, behind a
// plain TCP balancer, with a seeded order of faults. `node bench/faults.mjs 600` draws for ten minutes under them;
// FUZZ_SEED=… repeats an order. The test that CI runs for twenty seconds is the same: tests/fuzz/faults.test.ts.
import { spawnSync } from 'node:child_process'
import path from 'node:path'

const seconds = process.argv[2] ?? '600'
const seed = process.env.FUZZ_SEED ?? String(Date.now() % 1_000_000_000)
process.stdout.write(`FUZZ_SEED=${seed}, ${seconds} s\n`)
const { status } = spawnSync(path.join('node_modules', '.bin', 'vitest'), ['run', 'tests/fuzz/faults.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, FUZZ_SEED: seed, WEFT_FAULTS_SECONDS: seconds, WEFT_FAULTS_SLACK: '0' },
})
process.exit(status ?? 1)
