import { describe, expect, it } from 'vitest'
import { rowStop } from '../../../../components/panels/analysis/rowStop'

describe('the tab stop of a list', () => {
  const keys = ['a', 'b', 'c']

  it('LOOPS-11: Tab comes to the row where the keyboard was, else to what is chosen, else to the first', () => {
    expect(rowStop({ keys, last: 'c', chosen: 'b' })).toBe('c')
    expect(rowStop({ keys, last: undefined, chosen: 'b' })).toBe('b')
    expect(rowStop({ keys, last: undefined, chosen: undefined })).toBe('a')
  })

  it('LOOPS-11: a row that is no longer listed is no tab stop; an empty list has none', () => {
    expect(rowStop({ keys, last: 'gone', chosen: 'b' })).toBe('b')
    expect(rowStop({ keys, last: 'gone', chosen: 'gone' })).toBe('a')
    expect(rowStop({ keys: [], last: 'a', chosen: 'a' })).toBeUndefined()
  })
})
