import { describe, expect, it } from 'vitest'
import {
  listReadings,
  markResults,
  measureResult,
  resultsOf,
  standingWord,
  type Result,
} from '../../../lib/analysis/results'
import { readPractice } from '../../../lib/model/practice/practices'
import { element, testView } from '../../helpers/testMap'

type Reading = readonly [on: string, value: number, at?: number]

function result(fields: Readonly<Record<string, unknown>>, ...readings: readonly Reading[]): Result {
  const read = readPractice('result', 'r', {
    ...{ kind: 'result', name: 'Nights' },
    ...fields,
    ...Object.fromEntries(
      readings.map(([on, value, at], index) => [
        `reading:k${index}`,
        { on, value, ...(at === undefined ? {} : { at }) },
      ]),
    ),
  })
  if (read === undefined) throw new Error('not a result')
  return read
}
const measure = (fields: Readonly<Record<string, unknown>>, ...readings: readonly Reading[]) =>
  measureResult(result(fields, ...readings), '2026-06-01')

const baseline = { value: 40, on: '2026-01-01' }
const target = { value: 20, on: '2026-12-31' }

describe('results', () => {
  it('RESULT-1: has all that people said of it; a bad field costs that field, a bad reading that reading', () => {
    const said = {
      ...{ kind: 'result', name: 'Fewer nights outside', indicator: 'Beds asked for', unit: 'nights' },
      ...{ level: 'community', who: 'Families', where: 'North side', aim: 'fall', measures: ['nights'] },
      ...{ baseline: { value: 40, on: '2026-01-01' }, target: { value: 20, on: '2030-12-31' } },
    }
    const read = (fields: object) => readPractice('result', 'r', { ...said, ...fields })
    expect(
      read({ 'reading:a': { value: 38, on: '2026-02-01' }, 'reading:b': { value: 'many', on: '2026-02-01' } }),
    ).toEqual({
      ...{ id: 'r', ...said },
      readings: new Map([['a', { value: 38, on: '2026-02-01' }]]),
    })
    expect(read({ level: 'street', target: { value: 'low' } })).toMatchObject({ name: said.name, aim: 'fall' })
    expect(read({ level: 'street', target: { value: 'low' } })).not.toHaveProperty('level')
    expect(read({ name: 3 })).toBeUndefined()
  })

  it('RESULT-2: readings stand by day, those of one day as they were written down', () => {
    const list = listReadings(result({}, ['2026-03-01', 3, 20], ['2026-02-01', 1], ['2026-03-01', 2, 10]))
    expect(list.map(({ key, value }) => [key, value])).toEqual([
      ['k1', 1],
      ['k2', 2],
      ['k0', 3],
    ])
  })

  it('RESULT-2: of one day that counts which was written down last; where no time is known, keys decide', () => {
    expect(measure({}, ['2026-03-01', 3, 20], ['2026-03-01', 2, 10]).series.map(({ value }) => value)).toEqual([3])
    expect(measure({}, ['2026-03-01', 3], ['2026-03-01', 2]).latest?.value).toBe(2)
  })

  it('RESULT-2: a reading from before the baseline is kept and counts for nothing', () => {
    const told = measure({ baseline, target }, ['2025-12-31', 25])
    expect(told.readings).toHaveLength(1)
    expect(told).toMatchObject({ series: [], latest: undefined, change: undefined, share: undefined, move: undefined })
    expect(told.standing).toBe('no-reading')
    expect(measure({ baseline, target }, ['2026-01-01', 35]).standing).toBe('on-the-way')
    // A baseline without a day lies before every reading.
    expect(measure({ baseline: { value: 40 }, target }, ['1999-01-01', 35]).latest?.value).toBe(35)
  })

  it('RESULT-3: change and share of the way, from the baseline to the latest reading', () => {
    const told = measure({ baseline, target }, ['2026-02-01', 38], ['2026-03-01', 35])
    expect(told).toMatchObject({ change: -5, share: 0.25, move: 'down', aim: 'fall', standing: 'on-the-way' })
    expect(measure({ baseline, target }, ['2026-03-01', 44]).share).toBe(-0.2)
    expect(measure({ baseline, target }, ['2026-03-01', 10]).share).toBe(1.5)
  })

  it('RESULT-20: what is on the way is slower than needed where it falls short of a straight line', () => {
    // From 1,200 to 500 over 365 days; on day 304 the line is at 1,200 − 700 × 304 / 365 = 616.99.
    const days = { baseline: { value: 1200, on: '2026-01-01' }, target: { value: 500, on: '2027-01-01' } }
    expect(measure(days, ['2026-11-01', 950])).toMatchObject({ standing: 'on-the-way', needed: 617 })
    expect(standingWord(measure(days, ['2026-11-01', 950]))).toBe('slow')
    // On the line, or ahead of it.
    expect(measure(days, ['2026-11-01', 617]).needed).toBeUndefined()
    expect(measure(days, ['2026-02-01', 600]).needed).toBeUndefined()
    // Places as in the figures: upwards from 10.5 to 20.5, half of the 100 days gone.
    const up = { baseline: { value: 10.5, on: '2026-03-01' }, target: { value: 20.5, on: '2026-06-09' } }
    expect(measure(up, ['2026-04-20', 12])).toMatchObject({ needed: 15.5 })
  })

  it('RESULT-20: nothing is told where a day is missing, where the days leave no time, of what is overdue or not on the way', () => {
    const late = { baseline: { value: 40, on: '2026-01-01' }, target: { value: 20, on: '2026-05-01' } }
    expect(measure(late, ['2026-03-01', 39])).toMatchObject({ isOverdue: true, needed: undefined })
    expect(measure({ baseline: { value: 40 }, target }, ['2026-03-01', 39]).needed).toBeUndefined()
    expect(measure({ baseline, target: { value: 20 } }, ['2026-03-01', 39]).needed).toBeUndefined()
    expect(measure({ baseline, target }, ['2026-03-01', 41])).toMatchObject({ standing: 'against', needed: undefined })
    expect(measure({ baseline, target: { value: 20, on: '2026-01-01' } }, ['2026-03-01', 39]).needed).toBeUndefined()
    const backward = { baseline: { value: 40, on: '2026-12-31' }, target: { value: 20, on: '2026-07-01' } }
    expect(measure(backward, ['2027-01-01', 39]).needed).toBeUndefined()
  })

  it('RESULT-3: without a baseline the first reading stands for it, and no share is told', () => {
    const told = measure({ target, aim: 'fall' }, ['2026-02-01', 38], ['2026-03-01', 35])
    expect(told.start).toEqual({ value: 38, on: '2026-02-01', isBaseline: false })
    expect(told).toMatchObject({ change: -3, share: undefined, move: 'down', standing: 'on-the-way' })
    const one = measure({ target, aim: 'fall' }, ['2026-02-01', 38])
    expect(one).toMatchObject({ change: undefined, move: undefined, standing: 'first-reading' })
    expect(measure({ target, aim: 'fall' }, ['2026-02-01', 20]).standing).toBe('reached')
  })

  it('RESULT-3: no share is told where target and baseline are equal, nor of what is to hold', () => {
    const same = { baseline, target: { value: 40 } }
    expect(measure(same, ['2026-02-01', 40])).toMatchObject({ share: undefined, aim: 'hold', standing: 'reached' })
    expect(measure(same, ['2026-02-01', 41])).toMatchObject({ share: undefined, standing: 'against' })
    expect(measure({ ...same, aim: 'rise' }, ['2026-02-01', 41])).toMatchObject({ change: 1, standing: 'reached' })
    expect(measure({ ...same, aim: 'rise' }, ['2026-02-01', 39]).standing).toBe('against')
    expect(measure({ baseline, target, aim: 'hold' }, ['2026-02-01', 30]).share).toBeUndefined()
  })

  it('RESULT-4: stands by the aim: reached, on the way, the same, against', () => {
    const rise = { baseline: { value: 2 }, target: { value: 8 } }
    const of = (value: number, fields: Readonly<Record<string, unknown>> = rise) =>
      measure(fields, ['2026-02-01', value]).standing
    expect([8, 9, 5, 2, 1].map((value) => of(value))).toEqual(['reached', 'reached', 'on-the-way', 'same', 'against'])
    const fall = { baseline, aim: 'fall' }
    expect([39, 40, 41].map((value) => of(value, fall))).toEqual(['on-the-way', 'same', 'against'])
  })

  it('RESULT-4: what is to hold does so between baseline and target, else at the one there is', () => {
    const of = (value: number, fields: Readonly<Record<string, unknown>>) =>
      measure({ aim: 'hold', ...fields }, ['2026-02-01', value]).standing
    expect([20, 30, 40, 19, 41].map((value) => of(value, { baseline, target }))).toEqual([
      ...['reached', 'reached', 'reached'],
      ...['against', 'against'],
    ])
    expect([of(40, { baseline }), of(39, { baseline })]).toEqual(['reached', 'against'])
    expect([of(20, { target }), of(21, { target }), of(21, {})]).toEqual(['reached', 'against', 'first-reading'])
    expect(measure({ aim: 'hold' }, ['2026-02-01', 5], ['2026-03-01', 5]).standing).toBe('reached')
  })

  it('RESULT-4: says what is missing: a reading, an aim; and where aim and target disagree', () => {
    expect(measure({}).standing).toBe('no-reading')
    expect(measure({ baseline, target }).standing).toBe('no-reading')
    expect(measure({ target }, ['2026-02-01', 3]).standing).toBe('no-aim')
    expect(measure({ baseline }, ['2026-02-01', 3])).toMatchObject({ standing: 'no-aim', change: -37 })
    const crossed = measure({ baseline, target, aim: 'rise' }, ['2026-02-01', 30])
    expect(crossed).toMatchObject({ standing: 'disagree', share: undefined, change: -10 })
  })

  it('RESULT-5: a target whose day is past and that is not reached is overdue', () => {
    const past = { baseline, target: { value: 20, on: '2026-05-31' } }
    expect(measure(past, ['2026-05-01', 30]).isOverdue).toBe(true)
    expect(measure(past).isOverdue).toBe(true)
    expect(measure(past, ['2026-05-01', 20]).isOverdue).toBe(false)
    expect(measure({ baseline, target: { value: 20, on: '2026-06-01' } }).isOverdue).toBe(false)
    expect(measure({ baseline, target: { value: 20 } }).isOverdue).toBe(false)
  })

  it('RESULT-6: the reading of the latest day speaks for what several results measure', () => {
    const of = (name: string, on: string | undefined, measures: readonly string[], at: number) => ({
      ...{ kind: 'result', name, measures, at },
      ...(on === undefined ? {} : { 'reading:k': { on, value: at } }),
    })
    const view = testView({
      elements: { a: {}, b: {}, c: {} },
      practices: {
        one: of('One', '2026-02-01', ['a', 'b', 'a'], 1),
        two: of('Two', '2026-03-01', ['a'], 2),
        three: of('Three', '2026-02-01', ['b'], 3),
        none: of('None', undefined, ['a', 'c'], 4),
      },
    })
    const marks = markResults(view, '2026-06-01')
    expect(
      [...marks].map(
        ([
          id,
          {
            result: { name },
            others,
          },
        ]) => [id, name, others],
      ),
    ).toEqual([
      ['a', 'Two', 2],
      ['b', 'One', 1],
    ])
    expect(resultsOf(view, element('a')).map(({ name }) => name)).toEqual(['One', 'Two', 'None'])
    expect(resultsOf(view, element('c')).map(({ name }) => name)).toEqual(['None'])
  })
})
