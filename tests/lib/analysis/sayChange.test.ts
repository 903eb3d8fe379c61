import { describe, expect, it } from 'vitest'
import { createChangeSayer } from '../../../server/report/sayChanges'
import { testView } from '../../helpers/testMap'

describe('what is different, as sentences', () => {
  const say = createChangeSayer('en')
  const sayMap = (...fields: readonly string[]): string =>
    say({ says: 'about-map', fields, of: 'map', elements: [], links: [] }, testView())

  it('COMPARE-5: of the map as a whole it is said what has changed, each once', () => {
    expect(sayMap('description')).toBe('Changed for the whole map: its description')
    expect(sayMap('sector:Housing', 'sector:health', 'tie:trust', 'field:f1', 'ring2', 'signStyle', 'later')).toBe(
      'Changed for the whole map: sectors, kinds of tie, own fields, names of the rings, how signs are written, something else',
    )
  })
})
