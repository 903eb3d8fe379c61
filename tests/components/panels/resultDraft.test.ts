import { describe, expect, it } from 'vitest'
import { readAmount } from '../../../components/panels/results/readAmount'
import { groupSignOf, isGroupLike } from '../../../components/panels/whatif/scenarios/readDecimal'
import { draftOf, fieldsOf, findProblems } from '../../../components/panels/results/resultDraft'
import { readPractice } from '../../../lib/model/practice/practices'

const write = (value: number): string => String(value).replace('.', ',')

describe('the form of a result', () => {
  it('RESULT-8: reads amounts with a comma or a point, with the unit behind them or without', () => {
    expect(['1,5', '1.5', ' -2 ', '45 %', '45%', '', 'many', '1 or 2'].map((text) => readAmount(text, '%'))).toEqual([
      ...[1.5, 1.5, -2, 45, 45],
      ...['none', undefined, undefined],
    ])
    expect(readAmount('12 days', 'nights')).toBeUndefined()
    expect(readAmount('9'.repeat(20))).toBeUndefined()
  })

  it('RESULT-8: says what is missing or no number', () => {
    const empty = draftOf(undefined, [], write)
    expect(findProblems(empty)).toEqual({ name: 'no-name' })
    expect(
      findProblems({
        ...{ ...empty, name: 'Nights' },
        baseline: { value: 'some', on: '' },
        target: { value: '', on: '2026-12-31' },
      }),
    ).toEqual({ baseline: 'no-number', target: 'no-amount' })
  })

  it('RESULT-8: a new one keeps what is said, with the variable that it began with', () => {
    const opened = draftOf(undefined, ['rent'], write)
    expect(opened.measures).toEqual(['rent'])
    const draft = { ...opened, name: ' Nights ', unit: '%', baseline: { value: '45 %', on: '2026-01-01' } }
    expect(fieldsOf(draft, opened)).toEqual({
      ...{ name: 'Nights', unit: '%' },
      baseline: { value: 45, on: '2026-01-01' },
    })
  })

  it('RESULT-8: of one that is there only what was changed in the form is kept', () => {
    const result = readPractice('result', 'r', {
      ...{ kind: 'result', name: 'Nights', unit: 'nights', who: 'Families', measures: ['rent'] },
      target: { value: 1.5 },
    })
    const opened = draftOf(result, [], write)
    expect(opened.target).toEqual({ value: '1,5', on: '' })
    expect(fieldsOf(opened, opened)).toEqual({})
    expect(fieldsOf({ ...opened, who: '', measures: [], target: { value: '2', on: '' } }, opened)).toEqual({
      ...{ who: null, measures: null },
      target: { value: 2 },
    })
  })

  it('RESULT-8: what others changed meanwhile stays: variables, the other half of an amount, and what is not known here', () => {
    const raw = { kind: 'result', name: 'Nights', measures: ['rent', 'jobs'] }
    const read = (fields: Readonly<Record<string, unknown>>) => readPractice('result', 'r', { ...raw, ...fields })
    const opened = draftOf(read({ target: { value: 5, on: '2026-12-31' } }), [], write)
    const now = read({
      ...{ measures: ['rent', 'jobs', 'beds'] },
      target: { value: 5, on: '2027-06-30', source: 'the city' },
    })
    const changed = { ...opened, measures: ['rent', 'trust'], target: { ...opened.target, value: '6' } }
    expect(fieldsOf(changed, opened, now)).toEqual({
      ...{ measures: ['rent', 'beds', 'trust'] },
      target: { value: 6, on: '2027-06-30', source: 'the city' },
    })
    const undated = { ...opened, target: { ...opened.target, on: '' } }
    expect(fieldsOf(undated, opened, read({ target: { value: 7, on: '2026-12-31', source: 's' } }))).toEqual({
      target: { value: 7, source: 's' },
    })
    // What somebody took away is there again as this form has it; what this form takes away goes.
    expect(fieldsOf(undated, opened, read({}))).toEqual({ target: { value: 5 } })
    expect(fieldsOf({ ...opened, target: { value: '', on: '' } }, opened, now)).toEqual({ target: null })
    // Two who take out or add the same are one.
    expect(fieldsOf({ ...opened, measures: [] }, opened, read({ measures: ['rent'] }))).toEqual({ measures: null })
    const both = { ...opened, measures: [...opened.measures, 'beds'] }
    expect(fieldsOf(both, opened, now)).toEqual({ measures: ['rent', 'jobs', 'beds'] })
  })

  it('RESULT-18: three digits behind one comma or point are read by the language, and groups of three as they stand', () => {
    const read = (language: string, ...texts: readonly string[]) =>
      texts.map((text) => readAmount(text, 'families', groupSignOf(language)))
    expect(read('en', '12,500', '1,000 families', '1.000', '1.125', '-2,000')).toEqual([12_500, 1000, 1, 1.125, -2000])
    expect(read('de', '12,500', '1.000', '12.500')).toEqual([12.5, 1000, 12_500])
    for (const language of ['en', 'de', 'fr']) {
      expect(read(language, '12 500', '12\u202f500,5', '1’234.5')).toEqual([12_500, 12_500.5, 1234.5])
      expect(read(language, '1,234,567', '1.234.567', '1,234.56', '1.234,56')).toEqual([
        ...[1_234_567, 1_234_567, 1234.56, 1234.56],
      ])
      expect(read(language, '0,125', '1234,567', '12,5', '1,25')).toEqual([0.125, 1234.567, 12.5, 1.25])
      expect(read(language, '1,23,456', '12 50', '1,2345,678', '1,234,56')).toEqual([...Array(4)])
    }
  })

  it('RESULT-18: what may be read in two ways is told as it was understood', () => {
    const told = ['12,500', '1.000', '12 500', '-1,234.5', '3.125 %'].map(isGroupLike)
    expect(told).toEqual([true, true, true, true, true])
    expect(['12500', '12,5', '1.25', '0.0004', '', 'some', '1 or 2'].some(isGroupLike)).toBe(false)
  })
})
