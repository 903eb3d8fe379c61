import { describe, expect, it } from 'vitest'
import { firstSeed, seedCount } from '../helpers/seeds'
import { World } from './world'

/** Seeds that found something once. Never taken out. */
const pinned: readonly number[] = []

const count = seedCount(50)
const first = firstSeed()
const steps = Number(process.env.FUZZ_STEPS ?? 300)
/** Milliseconds after which no further seed is begun. */
const budget = Number(process.env.FUZZ_BUDGET ?? 60_000)

/** @returns what was wrong; nothing, if all held */
async function run(seed: number): Promise<string> {
  const world = new World(seed)
  await world.begin()
  try {
    for (let step = 0; step < steps && world.violations.length === 0; step += 1) await world.step()
    if (world.violations.length === 0) await world.heal()
  } catch (cause) {
    world.violations.push(`threw: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`)
  }
  if (world.violations.length === 0) return ''
  return `Seed ${seed}: ${world.violations.slice(0, 5).join('; ')}\nLast events:\n${world.history.slice(-60).join('\n')}`
}

describe('rooms under fire', () => {
  it.each(pinned)('FUZZ-1: seed %d, which once failed', async (seed) => {
    expect(await run(seed)).toBe('')
  })

  it(
    `FUZZ-1: peers, the network, the disk and the server in any order (${count} seeds from ${first})`,
    async () => {
      const deadline = Date.now() + budget
      let done = 0
      for (; done < count && Date.now() < deadline; done += 1) expect(await run(first + done)).toBe('')
      expect(done).toBeGreaterThan(0)
    },
    budget + 30_000,
  )
})
