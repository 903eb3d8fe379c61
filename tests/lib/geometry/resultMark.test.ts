import { describe, expect, it } from 'vitest'
import { placeResultMarks } from '../../../lib/geometry/resultMark'
import type { ResultMarkText } from '../../../lib/model/resultMark'
import { element } from '../../helpers/testMap'

const rect = { x: 0, y: 0, width: 200, height: 40 }
const shapes = new Map([[element('a'), { rect }]])
const marks = new Map<ReturnType<typeof element>, ResultMarkText>([
  [element('a'), { text: '35 ↓', tone: 'plain', about: 'Nights' }],
  [element('gone'), { text: '1', tone: 'plain', about: 'Days' }],
])

describe('where the marks of results stand', () => {
  it('RESULT-11: is the middle of the lower rim, of what is on the map', () => {
    const places = placeResultMarks(shapes, marks)
    expect([...places.keys()]).toEqual(['a'])
    const place = places.get(element('a'))
    expect(place?.x).toBe(100 - (place?.width ?? 0) / 2)
    expect([place?.y, place?.height]).toEqual([40 + 18 * 0.15 - 9, 18])
  })

  it('RESULT-11: is the upper rim where something else stands at the lower one, and never nowhere', () => {
    const low = { x: 90, y: 36, width: 20, height: 10 }
    expect(placeResultMarks(shapes, marks, [low]).get(element('a'))?.y).toBe(-18 * 0.15 - 9)
    const high = { ...low, y: -6 }
    expect(placeResultMarks(shapes, marks, [low, high]).get(element('a'))?.y).toBe(40 + 18 * 0.15 - 9)
  })
})
