import { describe, expect, it } from 'vitest'
import { idOf, letterOf, mostSides, olderFirst, takeFiles } from '../../../../components/panels/compare/sides'

describe('what is compared', () => {
  it('LEARN-50: files come where nothing is chosen yet, then behind, up to twelve', () => {
    expect(takeFiles(['now', undefined], ['file:1', 'file:2'])).toEqual(['now', 'file:1', 'file:2'])
    expect(takeFiles(['now', 'version:a'], ['file:1'])).toEqual(['now', 'version:a', 'file:1'])
    expect(takeFiles(['now', undefined], [])).toEqual(['now', undefined])
    const many = Array.from({ length: 20 }, (_, index) => `file:${index}` as const)
    expect(takeFiles([undefined, undefined], many)).toHaveLength(mostSides)
  })

  it('LEARN-50: a version that is put beside the map as it is now stands first, and nothing is turned round later', () => {
    expect(olderFirst(['now', undefined], ['now', 'version:a'])).toEqual(['version:a', 'now'])
    expect(olderFirst(['now', undefined], ['now', 'map:b'])).toEqual(['now', 'map:b'])
    expect(olderFirst(['now', 'version:b'], ['now', 'version:a'])).toEqual(['now', 'version:a'])
    expect(olderFirst(['version:a', undefined], ['version:a', 'version:b'])).toEqual(['version:a', 'version:b'])
  })

  it('LEARN-51: maps are called by letters, and known by what they are', () => {
    expect([0, 1, mostSides - 1].map(letterOf)).toEqual(['A', 'B', 'L'])
    expect(idOf('version:x', 'version')).toBe('x')
    expect(idOf('now', 'version')).toBeUndefined()
    expect(idOf('file:1', 'map')).toBeUndefined()
  })
})
