import { describe, expect, it } from 'vitest'
import { composeReport, listTables } from '../../../lib/report/composeReport'
import { englishResultMarks } from '../../../server/picture/resultWords'
import { findReportWords } from '../../../server/report/reportWords'
import { reportOf } from '../../helpers/sampleReport'
import { testView } from '../../helpers/testMap'

function viewOf(fields: Readonly<Record<string, unknown>>, value: number) {
  return testView({
    elements: { a: { label: '' }, b: { label: 'Beds' } },
    practices: {
      r: {
        ...{ kind: 'result', name: 'Nights', measures: ['a', 'b'] },
        ...fields,
        'reading:k': { value, on: '2026-03-01' },
      },
    },
  })
}
/** The row of the only result. */
function rowOf(fields: Readonly<Record<string, unknown>>, value: number): readonly (string | number)[] {
  const tables = listTables(composeReport(reportOf(viewOf(fields, value)), findReportWords('en', 'UTC')))
  return tables.find(({ id }) => id === 'results')?.rows[0] ?? []
}
const from = (baseline: number, target: number, unit?: string) => ({
  ...{ baseline: { value: baseline }, target: { value: target } },
  ...(unit === undefined ? {} : { unit }),
})

describe('results in the report', () => {
  it('RESULT-16: says how far it went in words that are true', () => {
    const told = (...[fields, value]: Parameters<typeof rowOf>) => String(rowOf(fields, value)[5]).split('\n')
    expect(told(from(0, 10), 10)).toEqual(['Reached', '10 more than at the baseline', 'the whole way'])
    expect(told(from(0, 10), 12)).toEqual(['Reached', '12 more than at the baseline', 'the whole way and more'])
    expect(told(from(0, 10), 0)).toEqual(['No change', 'the same as at the baseline', '0% of the way'])
    expect(told(from(0, 1000), 997)).toEqual(['On the way', '997 more than at the baseline', '99% of the way'])
    expect(told(from(0, 1000), 1)).toEqual(['On the way', '1 more than at the baseline', 'less than 1% of the way'])
    expect(told(from(40, 60, '%'), 50)).toContain('10 points more than at the baseline')
    expect(told(from(40, 60, '%'), 41)).toContain('1 point more than at the baseline')
    expect(told(from(40, 60, 'days'), 30)).toEqual([
      ...['Wrong way', '10 days less than at the baseline', 'further away by 50% of the way'],
    ])
  })

  it('RESULT-17: figures have as many places as were typed, in the report as in pictures', () => {
    const fields = from(0, 0.0025)
    expect(rowOf(fields, 0.0004).slice(2)).toEqual([
      ...['0', '0.0004\nMar 1, 2026', '0.0025'],
      'On the way\n0.0004 more than at the baseline\n16% of the way',
    ])
    expect(rowOf(from(0.1, 1), 0.3)[5]).toContain('0.2 more')
    expect(englishResultMarks(viewOf(fields, 0.0004)).get('a' as never)?.text).toMatch(/^0\.0004 ↑/)
    expect(rowOf({ unit: 'families' }, 12_500)[3]).toBe('12,500 families\nMar 1, 2026')
  })

  it('RESULT-14: a variable that nobody named is said to have no name', () => {
    expect(rowOf({}, 1)[0]).toBe('Nights\nMeasures: Without a name, “Beds”')
  })
})
