import { expect, it } from 'vitest'
import { writeResultCsv } from '../../../components/panels/results/resultCsv'
import { measureResult } from '../../../lib/analysis/results'
import { readPractice } from '../../../lib/model/practice/practices'

it('RESULT-9: the table of results has a row for each reading, and nobody who read', () => {
  const result = readPractice('result', 'r', {
    ...{ kind: 'result', name: 'Nights', unit: 'nights', level: 'community', target: { value: 1.5, on: '2026-12-31' } },
    'reading:k': { value: 12, on: '2026-03-01', note: 'City figures', by: 'Evaristo' },
  })
  const text = writeResultCsv(result === undefined ? [] : [result], {
    column: (name) => name,
    level: (level) => level,
    aim: (aim) => aim,
    standing: ({ standing }) => standing,
    measured: () => ['Rent'],
    measure: (one) => measureResult(one, '2026-06-01'),
  })
  expect(text.trim().split('\r\n')).toEqual([
    'name,indicator,unit,level,who,where,aim,baseline,baselineDay,target,targetDay,standing,measures,readingDay,reading,note',
    'Nights,,nights,community,,,,,,1.5,2026-12-31,no-aim,Rent,2026-03-01,12,City figures',
  ])
})
