import { describe, expect, it } from 'vitest'
import { differenceOf, isPercent, tellShare } from '../../../lib/analysis/resultFigures'

describe('figures of a result', () => {
  it('RESULT-16: a share is the whole way only where the target is reached, and beyond only where it is passed', () => {
    const told = [1, 1.2, 0.997, 0.25, 0.226, 0, 0.004, -0.5, -0.004].map((share) => Object.values(tellShare(share)))
    expect(told).toEqual([
      ...[
        ['all', 100],
        ['beyond', 120],
        ['part', 99],
        ['part', 25],
        ['part', 23],
        ['part', 0],
      ],
      ...[
        ['little', 1],
        ['away', 50],
        ['awayLittle', 1],
      ],
    ])
  })

  it('RESULT-16: differences of per cent are points', () => {
    expect(['%', ' % ', 'percent', 'per cent', 'Percent', '％'].every(isPercent)).toBe(true)
    expect(['', undefined, 'days', '% of families'].some(isPercent)).toBe(false)
  })

  it('RESULT-17: a difference has no more places than its figures', () => {
    const pairs = [
      ...([
        [0.3, 0.1],
        [1_000_000.3, 1_000_000.1],
        [0.0004, 0],
      ] as const),
      ...([
        [1e-7, 3e-7],
        [1e15, 1],
        [5, 5],
      ] as const),
    ]
    expect(pairs.map(([one, other]) => differenceOf(one, other))).toEqual([0.2, 0.2, 0.0004, -2e-7, 1e15 - 1, 0])
  })
})
