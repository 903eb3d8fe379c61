import { describe, expect, it } from 'vitest'
import { createNewestAnswer } from '../../../lib/analysis/newestAnswer'

/** A host whose turns pass when the test says so, and whose clock is past the end of a turn at each look. */
function host() {
  const replies: (readonly [request: number, reply: string])[] = []
  const turns: (() => void)[] = []
  let time = 0
  let steps = 0
  const ask = createNewestAnswer<number, string>(
    {
      now: () => (time += 1_000),
      yieldTurn: (callback) => turns.push(callback),
      reply: (request, reply) => replies.push([request, reply]),
    },
    function* work(asked, isPaused) {
      for (let step = 0; step < asked; step += 1) {
        steps += 1
        if (isPaused()) yield
      }
      return `${asked} steps`
    },
  )
  const pass = (most = Infinity): void => {
    for (let passed = 0; turns.length > 0 && passed < most; passed += 1) turns.shift()?.()
  }
  return { replies, ask, pass, steps: () => steps }
}

describe('answering the newest question', () => {
  it('WORK-1: of questions of one moment the last is answered, and nothing is done for the others', () => {
    const { replies, ask, pass, steps } = host()
    for (const request of [1, 2, 3]) ask(request, 10)
    pass()
    expect(replies).toEqual([[3, '10 steps']])
    expect(steps()).toBe(10)
  })

  it('WORK-1: what is being worked on is given up for a newer one', () => {
    const { replies, ask, pass, steps } = host()
    ask(1, 1_000)
    pass(5)
    ask(2, 3)
    pass()
    expect(replies).toEqual([[2, '3 steps']])
    expect(steps()).toBeLessThan(12)
  })
})
