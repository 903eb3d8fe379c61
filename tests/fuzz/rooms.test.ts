import { describe, expect, it } from 'vitest'
import { firstSeed, seedCount } from '../helpers/seeds'
import { World } from './world'

/** Seeds that found something once. Never taken out. */
const pinned: readonly number[] = []

/** As many as a machine that is busy with other tests does well within the time limit. */
const count = seedCount(25)
const first = firstSeed()
const steps = Number(process.env.FUZZ_STEPS ?? 300)

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

  const seeds = Array.from({ length: count }, (_, index) => first + index)
  it.each(seeds)(
    'FUZZ-1: peers, thieves, the network, the disk and the server in any order (seed %d)',
    async (seed) => {
      expect(await run(seed)).toBe('')
    },
  )
})
