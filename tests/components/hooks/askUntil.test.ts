import { describe, expect, it, vi } from 'vitest'
import type { ApiProblem } from '../../../components/hooks/api'
import { askUntil } from '../../../components/hooks/askUntil'
import { createSeededRandom } from '../../../lib/base/random'
import { fail, succeed, type Result } from '../../../lib/base/result'
import { createManualClock } from '../../helpers/manualClock'

type Done = Result<string, ApiProblem>
const problem = (status: number, details?: unknown): Done =>
  fail({ code: 'x', message: '', status, ...(details === undefined ? {} : { details }) })

/** Lets everything that has been promised happen. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
}

function begin(...answers: readonly Done[]) {
  const clock = createManualClock(0)
  const left = [...answers]
  const askedAt: number[] = []
  const ask = async (): Promise<Done> => {
    askedAt.push(clock.now())
    return left.shift() ?? problem(0)
  }
  const take = vi.fn<(done: Done) => void>()
  const end = askUntil(ask, take, { clock, random: createSeededRandom(3) })
  const pass = async (ms: number): Promise<void> => {
    for (let passed = 0; passed < ms; passed += 100) {
      await settle()
      clock.advance(100)
    }
    await settle()
  }
  return { askedAt, take, end, pass }
}

describe('asking the server what was missed', () => {
  it('ROUND-41: a first try that fails is followed by others, until there is an answer', async () => {
    const { askedAt, take, pass } = begin(problem(0), problem(503), problem(500), succeed('here'))
    await pass(20_000)
    expect(askedAt).toHaveLength(4)
    expect(take.mock.calls).toEqual([[succeed('here')]])
  })

  it('ROUND-41: a refusal is an answer', async () => {
    const { askedAt, take, pass } = begin(problem(404))
    await pass(60_000)
    expect(askedAt).toHaveLength(1)
    expect(take.mock.calls).toEqual([[problem(404)]])
  })

  it('ROUND-41: pauses grow, up to half a minute, and after a dozen tries it is enough', async () => {
    const { askedAt, take, pass } = begin()
    await pass(600_000)
    expect(askedAt).toHaveLength(12)
    const pauses = askedAt.slice(1).map((at, index) => at - (askedAt[index] ?? 0))
    expect(pauses[0]).toBeLessThan(1_400)
    expect(Math.max(...pauses)).toBeLessThan(38_000)
    expect(pauses[4]).toBeGreaterThan(8 * (pauses[0] ?? 0))
    expect(take).toHaveBeenCalledTimes(1)
  })

  it('ROUND-41: as long as the server says is waited', async () => {
    const { askedAt, pass } = begin(problem(429, { waitSeconds: 20 }), succeed('here'))
    await pass(19_000)
    expect(askedAt).toHaveLength(1)
    await pass(2_000)
    expect(askedAt).toHaveLength(2)
  })

  it('ROUND-41: who has gone asks no more and is told nothing', async () => {
    const waiting = begin(problem(503), succeed('late'))
    await settle()
    waiting.end()
    await waiting.pass(60_000)
    expect(waiting.askedAt).toHaveLength(1)
    const asking = begin(succeed('late'))
    asking.end()
    await asking.pass(1_000)
    expect(asking.take).not.toHaveBeenCalled()
  })
})
