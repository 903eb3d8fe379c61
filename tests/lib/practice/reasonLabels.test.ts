import { describe, expect, it } from 'vitest'
import { labelReasons } from '../../../lib/practice/reasonLabels'
import { roundSetupSchema, summariseRound } from '../../../lib/practice/round'
import { testView } from '../../helpers/testMap'

describe('what reasons are tied to', () => {
  it('ROUND-77: is called as it is now, and not named where it is not on the map that is seen', () => {
    const groups = [{ id: 'g', name: 'G', questions: [{ id: 'q', text: 'We trust each other.' }] }]
    const setup = roundSetupSchema.parse({ kind: 'survey', question: 'Q', groups })
    const tied = (about: string): object => ({ answer: { values: {}, reasons: { q: { text: about, about } } } })
    const outcome = summariseRound(setup, [tied('a'), tied('gone'), { answer: { values: { q: 3 } } }] as never)
    expect(labelReasons(testView({ elements: { a: { label: 'Trust' }, b: {} } }), outcome)).toEqual({ a: 'Trust' })
    expect(labelReasons(testView({ elements: { a: {} } }), undefined)).toEqual({})
  })
})
