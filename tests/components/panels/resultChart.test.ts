import { describe, expect, it } from 'vitest'
import { layoutResultChart, spanOf } from '../../../components/panels/results/chartLayout'
import { measureResult } from '../../../lib/analysis/results'
import { readPractice } from '../../../lib/model/practice/practices'

function told(fields: Readonly<Record<string, unknown>>, readings: Readonly<Record<string, number>>) {
  const result = readPractice('result', 'r', {
    ...{ kind: 'result', name: 'Nights' },
    ...fields,
    ...Object.fromEntries(Object.entries(readings).map(([on, value], index) => [`reading:k${index}`, { on, value }])),
  })
  if (result === undefined) throw new Error('not a result')
  return { result, measure: measureResult(result, '2026-06-01') }
}

/** 100 × 60 to draw in. */
const size = { width: 116, height: 76 }

describe('the chart of a result', () => {
  it('RESULT-7: has days to the right and amounts upwards, with baseline and target', () => {
    const { result, measure } = told(
      { baseline: { value: 40, on: '2026-01-01' }, target: { value: 20, on: '2026-01-11' } },
      { '2026-01-06': 30, '2026-01-03': 35 },
    )
    const span = spanOf([{ result, measure }])
    expect(span).toEqual({ first: '2026-01-01', last: '2026-01-11' })
    expect(layoutResultChart(result, measure, span ?? { first: '', last: '' }, size)).toEqual({
      line: [
        { x: 28, y: 23 },
        { x: 58, y: 38 },
      ],
      aside: [],
      baseline: { x: 8, y: 8 },
      target: { x: 108, y: 68 },
    })
  })

  it('RESULT-7: where all days or all amounts are one, they stand in the middle; what counts for nothing stands aside', () => {
    const { result, measure } = told({}, { '2026-01-06': 30 })
    const span = { first: '2026-01-06', last: '2026-01-06' }
    expect(layoutResultChart(result, measure, span, size).line).toEqual([{ x: 58, y: 38 }])
    const early = told({ baseline: { value: 40, on: '2026-01-05' } }, { '2026-01-01': 40, '2026-01-11': 40 })
    const layout = layoutResultChart(early.result, early.measure, { first: '2026-01-01', last: '2026-01-11' }, size)
    expect(layout).toMatchObject({ line: [{ x: 108, y: 38 }], aside: [{ x: 8, y: 38 }], baseline: { x: 48 } })
  })

  it('RESULT-7: several have one axis of time; without any day there is none', () => {
    const [one, other] = [told({}, { '2026-02-01': 1 }), told({ target: { value: 1, on: '2027-01-01' } }, {})]
    expect(spanOf([one, other])).toEqual({ first: '2026-02-01', last: '2027-01-01' })
    expect(spanOf([told({}, {})])).toBeUndefined()
  })
})
