import { expect, it } from 'vitest'
import { readingEntry } from '../../../components/panels/results/readingEntry'
import { listReadings } from '../../../lib/analysis/results'
import { readPractice } from '../../../lib/model/practice/practices'

it('RESULT-10: a corrected reading stays whose it was, with what is not known here', () => {
  const result = readPractice('result', 'r', {
    ...{ kind: 'result', name: 'Nights' },
    'reading:k': { value: 12, on: '2026-03-01', note: 'City', by: 'Ana', at: 5, source: 'city.example' },
  })
  const [reading] = result === undefined ? [] : listReadings(result)
  expect(reading && readingEntry(reading, { value: 13, on: '2026-03-02', note: '' })).toEqual({
    ...{ value: 13, on: '2026-03-02', by: 'Ana', at: 5, source: 'city.example' },
  })
  expect(readingEntry({ by: 'Ben', at: 7 }, { value: 1, on: '2026-03-02', note: 'n' })).toEqual({
    ...{ value: 1, on: '2026-03-02', note: 'n', by: 'Ben', at: 7 },
  })
})
