import { describe, expect, it } from 'vitest'
import { writeResultMarks } from '../../../lib/analysis/resultMarks'
import { standingWord } from '../../../lib/analysis/results'
import { testView } from '../../helpers/testMap'

const words = { amount: (value: number) => String(value).replace('.', ','), standing: standingWord }

function marks(practices: Readonly<Record<string, Readonly<Record<string, unknown>>>>) {
  const records = Object.entries(practices).map(([id, fields]) => [
    id,
    { kind: 'result', name: id, measures: ['a'], ...fields },
  ])
  return Object.fromEntries(writeResultMarks(testView({ practices: Object.fromEntries(records) }), '2026-06-01', words))
}
const reading = (value: number, on = '2026-02-01') => ({ value, on })

describe('the mark of a result', () => {
  it('RESULT-11: says the latest reading, which way it went and how that is to what people want', () => {
    const fall = { baseline: { value: 40 }, target: { value: 20 }, indicator: 'Nights outside' }
    expect(marks({ r: { ...fall, 'reading:k': reading(35.5) } })).toEqual({
      a: { text: '35,5 ↓ on-the-way', tone: 'plain', about: 'Nights outside' },
    })
    expect(marks({ r: { ...fall, 'reading:k': reading(41) } })['a']).toMatchObject({
      ...{ text: '41 ↑ against', tone: 'against' },
    })
    expect(marks({ r: { ...fall, 'reading:k': reading(20) } })['a']).toMatchObject({
      ...{ text: '20 ↓ reached', tone: 'reached' },
    })
    expect(marks({ r: { aim: 'hold', baseline: { value: 4 }, 'reading:k': reading(4) } })['a']?.text).toBe('4 = holds')
  })

  it('RESULT-11: says no more than is known: no way without a second figure, no word without an aim', () => {
    expect(marks({ r: { 'reading:k': reading(3) } })['a']?.text).toBe('3')
    expect(marks({ r: { aim: 'rise', 'reading:k': reading(3) } })['a']?.text).toBe('3')
    expect(marks({ r: { baseline: { value: 2 }, 'reading:k': reading(3) } })['a']?.text).toBe('3 ↑')
    expect(marks({ r: { aim: 'rise' } })).toEqual({})
  })

  it('RESULT-11: has the unit where it is short, and how many more results measure the same', () => {
    const unit = (said: string) => marks({ r: { unit: said, 'reading:k': reading(3) } })['a']?.text
    expect([unit('%'), unit('km'), unit('families')]).toEqual(['3 %', '3 km', '3'])
    expect(marks({ r: { 'reading:k': reading(3) }, s: {}, t: { 'reading:k': reading(9, '2026-03-01') } })['a']).toEqual(
      {
        ...{ text: '9 +2', tone: 'plain', about: 't' },
      },
    )
  })
})
