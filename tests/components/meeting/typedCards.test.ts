import { describe, expect, it } from 'vitest'
import { addCards, withTyped } from '../../../components/meeting/answers/typedCards'
import { roundSetupSchema } from '../../../lib/practice/round'

const cards = roundSetupSchema.parse({ kind: 'cards', question: 'What?', most: 3 })

describe('cards that are typed', () => {
  it('ROUND-89: a card that stands in its field is sent along, the first one too', () => {
    expect(withTyped(cards, undefined, ' Workload ')).toEqual({ cards: ['Workload'] })
    expect(withTyped(cards, { cards: ['Pay'] }, 'Workload')).toEqual({ cards: ['Pay', 'Workload'] })
  })

  it('ROUND-89: nothing typed, and what is there already, changes nothing', () => {
    const value = { cards: ['Pay'] }
    expect(withTyped(cards, undefined, '  ')).toBeUndefined()
    expect(withTyped(cards, value, 'pay.')).toBe(value)
    expect(withTyped(roundSetupSchema.parse({ kind: 'text', question: 'What?' }), value, 'Pay')).toBe(value)
  })

  it('ROUND-51: a list that is pasted is as many cards, up to the most', () => {
    expect(addCards({ cards: ['Pay'] }, 'Trust\nPay\n\nTime\tLoad', 3)).toEqual({ cards: ['Pay', 'Trust', 'Time'] })
  })
})
