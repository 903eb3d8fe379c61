import { describe, expect, it } from 'vitest'
import { kindOfDigit, numberKinds } from '@/components/views/matrix/digits'
import { tieTypesOf } from '@/lib/model/tie'

const types = tieTypesOf({})

describe('digits of the matrix', () => {
  it('VIEWS-10: the legend gives each kind the digit that says it, in the order of the keys', () => {
    const kinds = numberKinds(types, new Set(['influence', 'authority', 'rumour', '']), true)
    expect(kinds.map(({ type }) => type)).toEqual([...types.offered.map(({ key }) => key), 'rumour', ''])
    for (const { type, digit } of kinds) {
      if (digit !== undefined) expect(kindOfDigit(types, String(digit))?.key).toBe(type)
    }
    expect(kinds.filter(({ digit }) => digit === undefined).map(({ type }) => type)).toEqual(['rumour', ''])
    expect(kindOfDigit(types, '0')).toBeUndefined()
  })

  it('VIEWS-10: who may only look is told of the kinds that there are, in the same order', () => {
    const kinds = numberKinds(types, new Set(['influence', 'authority']), false)
    expect(kinds).toEqual([
      { type: 'authority', digit: undefined },
      { type: 'influence', digit: undefined },
    ])
  })
})
