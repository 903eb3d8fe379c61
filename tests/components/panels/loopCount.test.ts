import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import { wholeOf } from '../../../components/panels/loops/loopList'
import { findLoops } from '../../../lib/analysis/loopSet'
import loops from '../../../messages/en/loops.json'
import { graphOf } from '../../lib/analysis/graphs'

const t = createTranslator({ locale: 'en', messages: { loops }, namespace: 'loops' })

describe('how many loops are listed, in words', () => {
  it('LOOPS-14: of a narrowed list is said how many of those listed it has, and how many the map has', () => {
    const none = { through: 'no', name: '' }
    const many = { whole: 'atLeast', total: 1_000_000 }
    expect(t('ofThose', { shown: 112, listed: 235, filter: 'undetermined', ...none, ...many })).toBe(
      '112 of the 235 listed are undecided; the map has at least 1,000,000 loops',
    )
    expect(
      t('ofThose', { shown: 1, listed: 9, filter: 'all', through: 'yes', name: 'Stress', whole: 'all', total: 9 }),
    ).toBe('1 of the 9 listed passes through “Stress”')
    const both = { filter: 'reinforcing', through: 'yes', name: 'Stress' }
    expect(t('ofThose', { shown: 3, listed: 9, ...both, whole: 'exact', total: 256 })).toBe(
      '3 of the 9 listed are reinforcing and pass through “Stress”; the map has 256 loops',
    )
    expect(t('ofThose', { shown: 0, listed: 9, filter: 'named', ...none, whole: 'counting', total: 9 })).toBe(
      '0 of the 9 listed have a name; still counting …',
    )
  })

  it('LOOPS-14: what is known of the whole', () => {
    const set = findLoops(graphOf('a+b b-a b+c c+a'))
    expect(wholeOf(set, true)).toBe('all')
    expect(wholeOf({ ...set, counted: { ...set.counted, total: 9 } }, false)).toBe('exact')
    expect(wholeOf({ ...set, countComplete: false }, true)).toBe('counting')
    expect(wholeOf({ ...set, countComplete: false }, false)).toBe('atLeast')
  })
})
