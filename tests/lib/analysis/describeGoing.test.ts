import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { analyseMap } from '../../../lib/analysis/analyseMap'
import { describeGoing } from '../../../lib/analysis/describeGoing'
import { mapAnalysisSchema } from '../../../lib/protocol/analysis'
import { testView } from '../../helpers/testMap'

const noon = (day: number): number => Date.UTC(2026, 2, day, 12)

describe('pulse as data', () => {
  it('GOING-9: the analysis has how each element is going against its last time, check-ins without names, and what nobody spoke of', () => {
    const analysis = analyseMap(
      testView({
        elements: { a: {}, b: {}, n: { kind: 'note' } },
        practices: {
          1: { kind: 'check-in', about: 'a', at: noon(1), state: 'improving', by: 'Ana' },
          2: { kind: 'check-in', about: 'a', at: noon(2), state: 'worsening', note: ' Cuts ', by: 'Ben' },
        },
      }),
    )
    expect(analysis.pulse).toEqual({
      list: [
        {
          ...{ id: 'a', label: 'A', move: 'worse' },
          now: { says: 'worsening', day: '2026-03-02', people: 1 },
          before: { says: 'improving', day: '2026-03-01', people: 1 },
          checkIns: [
            { day: '2026-03-01', says: 'improving', note: '' },
            { day: '2026-03-02', says: 'worsening', note: 'Cuts' },
          ],
        },
      ],
      unsaid: ['B'],
    })
    const read = z.safeParse(mapAnalysisSchema, JSON.parse(JSON.stringify(analysis)))
    expect(read.data?.pulse).toEqual(analysis.pulse)
  })

  it.each([8.64e15 + 1, 9e15, -1, 1.5])(
    'PRACTICE-2: a check-in at %d, which is no time, is left out, and the others are told',
    (at) => {
      const say = (when: number) => ({ kind: 'check-in', about: 'a', at: when, state: 'steady' })
      const view = testView({ elements: { a: { label: 'Rent' } }, practices: { bad: say(at), good: say(0) } })
      expect(describeGoing(view)?.list).toMatchObject([{ id: 'a', checkIns: [{ day: '1970-01-01' }] }])
    },
  )

  it('PRACTICE-2: the last moment that there is, is a time', () => {
    const practices = { last: { kind: 'check-in', about: 'a', at: 8.64e15, state: 'steady' } }
    expect(describeGoing(testView({ elements: { a: {} }, practices }))?.list).toHaveLength(1)
  })

  it('GOING-9: of a map without check-ins there is none', () => {
    expect(analyseMap(testView()).pulse).toBeUndefined()
  })
})
