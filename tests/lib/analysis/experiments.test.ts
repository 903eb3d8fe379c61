import { describe, expect, it } from 'vitest'
import { applyExperiment } from '../../../lib/analysis/applyExperiment'
import { runExperiment } from '../../../lib/analysis/runExperiment'
import type { ExperimentMark } from '../../../lib/model/practice/experiment'
import type { Scenario } from '../../../lib/model/scenario'
import { element, testView } from '../../helpers/testMap'

const sigmoid = (sum: number): number => 1 / (1 + Math.exp(-sum))
const chain = testView({
  elements: { a: {}, b: {}, city: { kind: 'stakeholder' }, talk: { kind: 'note' } },
  links: {
    ab: { from: 'a', to: 'b', polarity: '+' },
    tie: { kind: 'tie', from: 'city', to: 'city', types: ['information'] },
  },
})
const marked = (marks: Readonly<Record<string, ExperimentMark>>): ReadonlyMap<string, ExperimentMark> =>
  new Map(Object.entries(marks))

/** Where a variable ends, before and after. */
function endsOf(
  view: typeof chain,
  marks: Readonly<Record<string, ExperimentMark>>,
  scenario?: Scenario,
): Readonly<Record<string, readonly [number, number]>> {
  const outcome = runExperiment(view, marked(marks), scenario)
  if (outcome.kind !== 'run') throw new Error(outcome.kind)
  return Object.fromEntries(
    outcome.comparison.changes.map(({ variable, before, after }) => [
      variable,
      [Number(before.toFixed(5)), Number(after.toFixed(5))],
    ]),
  )
}

describe('what an experiment would change', () => {
  it('EXPERIMENT-6: of A → B (+, medium) each mark comes to what is worked out by hand', () => {
    // Nothing drives A: it rests at sigmoid(0) = 0.5; B at sigmoid(0.5 × 0.5) = 0.56218.
    const a = [0.5, 0.5]
    const was = 0.56218
    expect(endsOf(chain, { a: 'up' })).toEqual({ b: [was, 0.62246] }) // sigmoid(1 × 0.5)
    expect(endsOf(chain, { a: 'down' })).toEqual({ b: [was, 0.5] }) // sigmoid(0)
    expect(endsOf(chain, { ab: 'stronger' })).toEqual({ a, b: [was, 0.59267] }) // sigmoid(0.5 × 0.75)
    expect(endsOf(chain, { ab: 'weaker' })).toEqual({ a, b: [was, 0.53121] }) // sigmoid(0.5 × 0.25)
    expect(endsOf(chain, { ab: 'turned' })).toEqual({ a, b: [was, 0.43782] }) // sigmoid(0.5 × −0.5)
    expect(endsOf(chain, { ab: 'cut' })).toEqual({ a, b: [was, 0.5] })
    // Pushed along a turned link: sigmoid(1 × −0.5).
    expect(endsOf(chain, { a: 'up', ab: 'turned' })).toEqual({ b: [was, 0.37754] })
    // What is pushed at the end of a way moves nothing that is before it.
    expect(endsOf(chain, { b: 'up' })).toEqual({ a })
  })

  it('EXPERIMENT-6: a loop that holds itself rests where its equations say', () => {
    const loop = testView({
      elements: { a: {}, b: {} },
      links: {
        ab: { from: 'a', to: 'b', polarity: '+', strength: 1 },
        ba: { from: 'b', to: 'a', polarity: '-', strength: 1 },
      },
    })
    const { a = [0, 0], b = [0, 0] } = endsOf(loop, { ba: 'turned' })
    expect(a[0]).toBeCloseTo(sigmoid(-b[0]), 4)
    expect(b[0]).toBeCloseTo(sigmoid(a[0]), 4)
    // Both drive each other up, and are alike.
    expect(a[1]).toBeCloseTo(b[1], 4)
    expect(a[1]).toBeCloseTo(sigmoid(a[1]), 4)
    expect(endsOf(loop, { ba: 'cut' })['a']?.[1]).toBe(0.5)
  })

  it('EXPERIMENT-7: what changes nothing is told with its reason', () => {
    const view = testView({
      elements: { a: {}, b: {}, c: {}, city: { kind: 'stakeholder' } },
      links: {
        ab: { from: 'a', to: 'b' },
        bc: { from: 'b', to: 'c', polarity: '+', strength: 1 },
        ac: { from: 'a', to: 'c', polarity: '-', strength: 0 },
        tie: { kind: 'tie', from: 'city', to: 'a', types: ['information'] },
      },
    })
    const { idle, changed, pushed } = applyExperiment(
      view,
      marked({
        ab: 'cut',
        bc: 'stronger',
        ac: 'weaker',
        city: 'up',
        tie: 'stronger',
        gone: 'up',
        a: 'cut',
        bad: 'cut',
      }),
    )
    expect(idle.map(({ id, why }) => [id, why])).toEqual([
      ['city', 'no-variable'],
      ['tie', 'not-causal'],
      ['ab', 'no-sign'],
      ['bc', 'same'],
      ['ac', 'same'],
    ])
    expect([changed.size, pushed.size]).toEqual([0, 0])
    expect(runExperiment(view, marked({ ab: 'turned', city: 'up' })).kind).toBe('nothing-changes')
  })

  it('EXPERIMENT-7: no marks, an empty map, and a map without signs or strengths are defined', () => {
    expect(runExperiment(chain, new Map()).kind).toBe('nothing-changes')
    expect(runExperiment(testView({}), marked({ a: 'up' })).kind).toBe('nothing-changes')
    const unsigned = testView({ elements: { a: {}, b: {} }, links: { ab: { from: 'a', to: 'b' } } })
    expect(endsOf(unsigned, { a: 'up' })).toEqual({ b: [0.5, 0.5] })
    // An unstated strength is medium, for the run and for what is stronger than it.
    expect(applyExperiment(chain, marked({ ab: 'stronger' })).after.strength[0]).toBe(0.75)
  })

  it('EXPERIMENT-7: beside a link without a sign, one that has a sign has that as its reason', () => {
    const view = testView({
      elements: { a: {}, b: {} },
      links: { one: { from: 'a', to: 'b', polarity: '+' }, two: { from: 'a', to: 'b', polarity: '?' } },
    })
    expect(applyExperiment(view, marked({ one: 'stronger', two: 'weaker' })).idle).toMatchObject([
      { id: 'one', why: 'opposed' },
      { id: 'two', why: 'no-sign' },
    ])
  })

  it('EXPERIMENT-7: of several links from one variable to another what they come to together counts', () => {
    const view = testView({
      elements: { a: {}, b: {} },
      links: {
        one: { from: 'a', to: 'b', polarity: '+' },
        two: { from: 'a', to: 'b', polarity: '-' },
      },
    })
    // They say both, so they count for nothing; without one of them, the other counts.
    expect(endsOf(view, { two: 'cut' })['b']).toEqual([0.5, 0.56218])
    expect([...applyExperiment(view, marked({ two: 'cut' })).changed.keys()]).toEqual(['two'])
    // Each has a sign of its own: the reason is the other link.
    expect(applyExperiment(view, marked({ two: 'weaker' })).idle).toMatchObject([{ id: 'two', why: 'opposed' }])
    expect(applyExperiment(view, marked({ one: 'stronger' })).idle).toMatchObject([{ id: 'one', why: 'opposed' }])
  })

  it('EXPERIMENT-5: what is marked or held is told with where it is before and after', () => {
    const heldOf = (marks: Readonly<Record<string, ExperimentMark>>, scenario?: Scenario) => {
      const outcome = runExperiment(chain, marked(marks), scenario)
      return outcome.kind === 'run' ? outcome.held : undefined
    }
    expect(heldOf({ a: 'up' })).toEqual([{ variable: 'a', before: 0.5, after: 1 }])
    expect(heldOf({ ab: 'cut' })).toEqual([])
    const settings = { transfer: 'tanh', lambda: 1 } as const
    expect(heldOf({ b: 'down' }, { name: 'Push A', clamps: { [element('a')]: 0.5 }, settings })).toEqual([
      { variable: 'a', before: 0, after: 0.5 },
      { variable: 'b', before: 0, after: -1 },
    ])
  })

  it('EXPERIMENT-8: what its scenario holds is part of the try, by the scenario’s settings; the mark comes first', () => {
    const scenario: Scenario = {
      name: 'Push A',
      clamps: { [element('a')]: 0.5, [element('gone')]: 1 },
      settings: { transfer: 'tanh', lambda: 1 },
    }
    // Left alone, all comes to 0; B is tanh(0.5 × 0.5) then, and tanh(0.5 × 0.75) along a stronger link.
    expect(endsOf(chain, {}, scenario)['b']?.[1]).toBeCloseTo(Math.tanh(0.25), 4)
    expect(endsOf(chain, { ab: 'stronger' }, scenario)['b']?.[1]).toBeCloseTo(Math.tanh(0.375), 4)
    expect(endsOf(chain, { a: 'down' }, scenario)['b']?.[1]).toBeCloseTo(Math.tanh(-0.5), 4)
    const unfit: Scenario = { name: 'Below', clamps: { [element('a')]: -1 }, settings: { transfer: 'sigmoid' } }
    expect(runExperiment(chain, new Map(), unfit)).toMatchObject({ kind: 'problem', problem: { code: 'out-of-range' } })
  })

  it('EXPERIMENT-8: of a loop that does not rest the mean of its round counts, and it is told', () => {
    const loop = testView({
      elements: { a: {}, b: {} },
      links: { ab: { from: 'a', to: 'b', polarity: '+' }, ba: { from: 'b', to: 'a', polarity: '-' } },
    })
    const scenario: Scenario = { name: 'Steps', settings: { transfer: 'trivalent' } }
    // (1,1) → (−1,1) → (−1,−1) → (1,−1) → (1,1): a round of four, 0 in the mean. Held at 1, A has B at 1.
    const outcome = runExperiment(loop, marked({ a: 'up' }), scenario)
    if (outcome.kind !== 'run') throw new Error(outcome.kind)
    expect(outcome.comparison.before.outcome).toEqual({ kind: 'cycle', period: 4 })
    expect(outcome.comparison).toMatchObject({ settled: false, changes: [{ variable: 'b', before: 0, after: 1 }] })
  })

  it('EXPERIMENT-5: what can move, by however little, is told from what nothing leads to', () => {
    const view = testView({
      elements: { a: {}, b: {}, c: {}, d: {}, e: {}, apart: {} },
      links: {
        ab: { from: 'a', to: 'b', polarity: '+' },
        bc: { from: 'b', to: 'c', polarity: '-' },
        cd: { from: 'c', to: 'd', polarity: '+', strength: 0.01 },
        de: { from: 'd', to: 'e' },
      },
    })
    const touchedBy = (marks: Readonly<Record<string, ExperimentMark>>): readonly string[] => {
      const outcome = runExperiment(view, marked(marks))
      if (outcome.kind !== 'run') throw new Error(outcome.kind)
      return [...outcome.touched].toSorted()
    }
    // D moves less than is told; E does not, since nobody said how D changes it.
    expect(touchedBy({ a: 'up' })).toEqual(['a', 'b', 'c', 'd'])
    expect(touchedBy({ bc: 'turned' })).toEqual(['c', 'd'])
    // What a cut link led to moves.
    expect(touchedBy({ ab: 'cut', c: 'up' })).toEqual(['b', 'c', 'd'])
    const outcome = runExperiment(view, marked({ a: 'up' }))
    const changes = outcome.kind === 'run' ? outcome.comparison.changes : []
    expect(changes.map(({ variable, direction }) => [variable, direction])).toEqual([
      ['b', 'rises'],
      ['c', 'falls'],
      ['d', 'hardly-changes'],
      ['apart', 'hardly-changes'],
      ['e', 'hardly-changes'],
    ])
  })

  it('EXPERIMENT-6: the map itself stays as it is', () => {
    const before = JSON.stringify([...chain.links])
    runExperiment(chain, marked({ ab: 'cut', a: 'up' }))
    expect(JSON.stringify([...chain.links])).toBe(before)
  })
})
