import { describe, expect, test } from 'vitest'
import { fieldsOfLook, isPlain, mostEntries, readLook, type Look } from '../../../lib/look/look'
import { lenses } from '../../../lib/look/lenses'
import { element } from '../../helpers/testMap'

const full: Look = {
  filter: {
    kinds: ['stakeholder'],
    sectors: ['health', ''],
    stances: ['supports'],
    forms: ['group'],
    tags: ['north'],
    tieTypes: ['money', ''],
    text: 'care',
    ranges: { power: [0.5, 1], 'field:abc': [1, 9] },
    fields: { 'field:x': ['yes', ''] },
  },
  others: 'hide',
  hiddenTies: ['', 'conflict'],
  hiddenLinks: ['causal'],
  colourBy: 'stance',
  sizeBy: 'influence',
  labelBy: 'role',
  focus: { element: element('a'), steps: 2, way: 'out' },
  clusterBy: 'sector',
  opened: ['health'],
  shown: 'grid',
  lens: 'networks',
}

describe('a look as fields of a record', () => {
  test('LOOK-1: written and read again it is the same', () => {
    expect(readLook(fieldsOfLook(full))).toEqual(full)
    for (const { look } of lenses) expect(readLook(fieldsOfLook(look))).toEqual(look)
    expect(isPlain(readLook(fieldsOfLook({})))).toBe(true)
  })

  test('LOOK-1: a bad field costs that field, and nothing breaks the reading', () => {
    for (const nonsense of [
      null,
      undefined,
      3,
      'x',
      [],
      { colourBy: 7, focus: { element: '', steps: 99 }, others: [] },
    ]) {
      expect(readLook(nonsense)).toEqual({})
    }
    const mixed = readLook({
      name: 'Mine',
      colourBy: 'stance',
      'filter:sectors': 'health',
      'filter:text': 'x',
      'range:power': [0, 'much'],
      'tie:money': 'off',
      'link:telepathy': false,
      'range:__proto__': [0, 1],
    })
    expect(mixed).toEqual({ colourBy: 'stance', filter: { text: 'x' } })
  })

  test('LOOK-1: no more than a hundred of a kind', () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`tie:t${index}`, false]))
    expect(readLook(many).hiddenTies).toHaveLength(mostEntries)
    expect(readLook({ 'filter:tags': Array.from({ length: 500 }, (_, index) => `t${index}`) })).toEqual({})
    expect(readLook({ 'filter:kinds': Array.from({ length: 500 }, () => 'variable') })).toEqual({})
    const ranges = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`range:field:f${index}`, [0, 1]]))
    expect(Object.keys(readLook(ranges).filter?.ranges ?? {})).toHaveLength(mostEntries)
    const fields = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`where:field:f${index}`, ['x']]))
    expect(Object.keys(readLook(fields).filter?.fields ?? {})).toHaveLength(mostEntries)
  })

  test('LOOK-1: what a record holds besides does not use up the hundred', () => {
    const others = Object.fromEntries(Array.from({ length: 1_500 }, (_, index) => [`a${index}`, index]))
    const bad = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`range:a${index}`, 'much']))
    expect(readLook({ ...others, ...bad, 'range:power': [0, 1] })).toEqual({ filter: { ranges: { power: [0, 1] } } })
  })

  test('two people who switch off two types write two fields', () => {
    const one = Object.keys(fieldsOfLook({ hiddenTies: ['money'] }))
    const other = Object.keys(fieldsOfLook({ hiddenTies: ['conflict'] }))
    expect(one.filter((field) => other.includes(field))).toEqual([])
  })
})
