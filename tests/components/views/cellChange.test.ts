import { describe, expect, it } from 'vitest'
import type { Person } from '@/components/hooks/editor'
import { readWriters } from '@/components/views/table/useRowOthers'
import { followCell } from '@/components/views/table/cellChange'

const words = { type: 'text' } as const
const number = { type: 'number' } as const
const began = { base: 'City council', text: 'City council', isTyped: false, goesOn: true }

describe('who writes where', () => {
  it('TABLE-21: the others who write in cells stand at their rows, each with the column', () => {
    const person = (name: string, writing?: object | null) => ({ name, colour: 3, presence: { writing } }) as Person
    const at = { element: 'council', column: 'role' }
    expect([...readWriters([person('Ana', at), person('Ben'), person('Cleo', null)])]).toEqual([
      ['council', [{ name: 'Ana', colour: 3, column: 'role' }]],
    ])
  })
})

describe('a cell that somebody else changes while one writes in it', () => {
  it('TABLE-18: says what they wrote as long as nothing was typed', () => {
    expect(followCell(began, words, 'Town council')).toEqual({ text: 'Town council', isOver: false, isJoined: false })
    expect(followCell({ ...began, base: '1', text: '1' }, number, '2')).toEqual({
      text: '2',
      isOver: false,
      isJoined: false,
    })
  })

  it('TABLE-18: has both where words were typed into theirs', () => {
    const typed = { ...began, text: 'City council North', isTyped: true }
    expect(followCell(typed, words, 'The City council')).toEqual({
      text: 'The City council North',
      isOver: false,
      isJoined: true,
    })
  })

  it('TABLE-18: keeps what would take the place of theirs, which is told', () => {
    const typed = { base: '1', text: '12', isTyped: true, goesOn: true }
    expect(followCell(typed, number, '7')).toEqual({ text: '12', isOver: true, isJoined: false })
    expect(followCell({ ...began, text: 'z', isTyped: true, goesOn: false }, words, 'Town')).toEqual({
      text: 'z',
      isOver: true,
      isJoined: false,
    })
    // A cell that was empty, or that either has replaced as a whole, has one value against another.
    const empty = { base: '', text: 'high street', isTyped: true, goesOn: true }
    expect(followCell(empty, words, 'retail guild')).toEqual({ text: 'high street', isOver: true, isJoined: false })
    const replaced = { ...began, text: 'Landlords', isTyped: true }
    expect(followCell(replaced, words, 'City council North')).toMatchObject({ text: 'Landlords', isOver: true })
    const added = { ...began, text: 'City council North', isTyped: true }
    expect(followCell(added, words, 'Press')).toMatchObject({ text: 'City council North', isOver: true })
    // Both wrote the same: there is nothing to tell.
    expect(followCell(typed, number, '12')).toEqual({ text: '12', isOver: false, isJoined: false })
  })
})
