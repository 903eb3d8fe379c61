import { describe, expect, it } from 'vitest'
import {
  findFreeHue,
  isNameTaken,
  listDefinitions,
  markOf,
  rowAt,
} from '@/components/panels/definitions/definitionRows'
import { hues } from '@/lib/model/hue'
import { testView } from '../../../helpers/testMap'

const view = testView({
  meta: { 'sector:media': { hidden: true }, 'sector:Faith': { name: 'Faith groups' }, 'sector:Old': { hidden: true } },
  elements: {
    a: { kind: 'stakeholder', sector: 'Youth' },
    b: { kind: 'stakeholder', sector: 'Faith' },
    c: { kind: 'stakeholder', sector: 'Faith' },
  },
})
const rows = listDefinitions(view, 'sector')

describe('the list of sectors', () => {
  it('SECTOR-30: offered ones first, then words in use, then hidden ones, each with how many have it', () => {
    expect(rows.slice(6).map(({ key, used, state, isKnown }) => [key, used, state, isKnown])).toEqual([
      ['other', 0, 'offered', true],
      ['Faith', 2, 'offered', false],
      ['Youth', 1, 'word', false],
      ['media', 0, 'hidden', true],
      ['Old', 0, 'hidden', false],
    ])
    expect(listDefinitions(view, 'tie').map(({ key }) => key)).toContain('money')
  })

  it('SECTOR-30: a name is taken by what people see as the same, and by the word that is kept', () => {
    const nameOf = (key: string): string => (key === 'Faith' ? 'Faith groups' : key)
    expect(isNameTaken(rows, nameOf, ' faith  GROUPS ')).toBe(true)
    expect(isNameTaken(rows, nameOf, 'faith')).toBe(true)
    expect(isNameTaken(rows, nameOf, 'Faith groups', 'Faith')).toBe(false)
    expect(isNameTaken(rows, nameOf, 'Sports')).toBe(false)
  })

  it('SECTOR-30: what is dragged comes to stand before the first row whose middle is below it', () => {
    expect([0, 15, 35, 90].map((y) => rowAt([10, 30, 50], y))).toEqual([0, 1, 2, 3])
    const keys = ['a', 'b', 'c']
    expect(keys.map((key) => markOf(keys, { key: 'a', at: 2 }, key))).toEqual(['dragged', undefined, 'before'])
    expect(keys.map((key) => markOf(keys, { key: 'a', at: 3 }, key))).toEqual(['dragged', undefined, 'after'])
  })

  it('SECTOR-30: a new one has a colour that no other has, as long as there is one', () => {
    expect(findFreeHue(['blue', 'green'])).toBe('orange')
    expect(findFreeHue(hues)).toBe('blue')
  })
})
