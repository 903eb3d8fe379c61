import { describe, expect, it } from 'vitest'
import { runPulseProcess } from '../../../lib/analysis/pulseProcess'
import { variable, weightedGraph } from './weightedGraph'

describe('runPulseProcess', () => {
  const ring = weightedGraph('A>B +,B>C 0.2,C>A - late')

  it('PULSE-8: a negative ring of three, step by step: signs alone count', () => {
    const trace = runPulseProcess(ring, variable('A'), 7)
    expect(
      trace.map(({ pulse, value }) => [[...pulse], [...value]].map((row) => row.map((number) => number + 0))),
    ).toEqual([
      [
        [1, 0, 0],
        [1, 0, 0],
      ],
      [
        [0, 1, 0],
        [1, 1, 0],
      ],
      [
        [0, 0, 1],
        [1, 1, 1],
      ],
      [
        [-1, 0, 0],
        [0, 1, 1],
      ],
      [
        [0, -1, 0],
        [0, 0, 1],
      ],
      [
        [0, 0, -1],
        [0, 0, 0],
      ],
      [
        [1, 0, 0],
        [1, 0, 0],
      ],
      [
        [0, 1, 0],
        [1, 1, 0],
      ],
    ])
  })

  it('PULSE-8: downwards is the mirror image, and unknown signs pass nothing on', () => {
    const down = runPulseProcess(ring, variable('A'), 3, -1)
    expect([...(down.at(-1)?.pulse ?? [])].map((number) => number + 0)).toEqual([1, 0, 0])
    expect([...(runPulseProcess(weightedGraph('A>B ?'), variable('A'), 1).at(-1)?.value ?? [])]).toEqual([1, 0])
    expect(runPulseProcess(ring, variable('Gone'), 3)).toEqual([])
  })
})
