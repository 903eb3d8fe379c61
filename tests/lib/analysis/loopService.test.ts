import { describe, expect, it } from 'vitest'
import { createLoopService, type LoopAnswer } from '../../../lib/analysis/loopService'
import { graphOf } from './graphs'

/** A host whose turns are taken by hand. */
function createHost() {
  const turns: (() => void)[] = []
  const answers: LoopAnswer[] = []
  let now = 0
  const ask = createLoopService({
    now: () => (now += 1),
    yieldTurn: (callback) => turns.push(callback),
    reply: (answer) => answers.push(answer),
  })
  const run = (): void => {
    for (let turn = turns.shift(); turn !== undefined; turn = turns.shift()) turn()
  }
  return { ask, run, answers, turns }
}

/** More loops than a quick look counts. */
const knot = Array.from({ length: 11 }, (_, from) =>
  Array.from({ length: 11 }, (__, to) => (from === to ? '' : `v${from}+v${to}`)).join(' '),
).join(' ')

describe('finding loops beside the drawing', () => {
  it('LOOPS-1: a small map is answered once, whole', () => {
    const { ask, run, answers } = createHost()
    ask(1, graphOf('a+b b-a'))
    run()
    expect(answers).toMatchObject([{ request: 1, final: true, set: { complete: true, counted: { total: 1 } } }])
  })

  it('LOOPS-1: a large one is answered quickly, then better', () => {
    const { ask, run, answers } = createHost()
    ask(1, graphOf(knot))
    run()
    expect(answers.map(({ final }) => final)).toEqual([false, true])
    expect(answers[1]?.set.counted.total).toBeGreaterThanOrEqual(answers[0]?.set.counted.total ?? Infinity)
  })

  it('LOOPS-5: where one link was added to what was searched to the end, there is one answer, and it is whole', () => {
    const { ask, run, answers } = createHost()
    ask(1, graphOf(`${knot} a+b b-a c+a`))
    run()
    answers.length = 0
    ask(2, graphOf(`${knot} a+b b-a b+c c+a`))
    run()
    expect(answers.map(({ request, final }) => [request, final])).toEqual([[2, true]])
  })

  it('LOOPS-5: a newer graph is answered before a longer look at the one before it is done', () => {
    const { ask, run, answers, turns } = createHost()
    ask(1, graphOf(knot))
    for (let turn = 0; turn < 3; turn += 1) turns.shift()?.()
    expect(answers.map(({ final }) => final)).toEqual([false])
    expect(turns).toHaveLength(1)
    ask(2, graphOf('a+b b-a'))
    run()
    expect(answers.map(({ request, final }) => [request, final])).toEqual([
      [1, false],
      [2, true],
    ])
  })

  it('LOOPS-1: a graph that was overtaken is not answered, and its second look is left out', () => {
    const { ask, run, answers, turns } = createHost()
    ask(1, graphOf('a+b b-a'))
    ask(2, graphOf(knot))
    turns.shift()?.()
    turns.shift()?.()
    ask(3, graphOf('a+b b+a'))
    run()
    expect(answers.map(({ request, final }) => [request, final])).toEqual([
      [2, false],
      [3, true],
    ])
  })
})
