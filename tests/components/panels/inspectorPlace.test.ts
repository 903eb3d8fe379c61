import { describe, expect, it } from 'vitest'
import { inspectorColumn, placeInspector, usualPlace } from '../../../components/panels/inspector/inspectorPlace'
import { overlaps, type Rect } from '../../../lib/geometry/rect'

const column = inspectorColumn({ width: 1440, height: 900 })

/** What the inspector covers at most where it stands. */
function spanOf(place: ReturnType<typeof placeInspector>): Rect {
  if (place === undefined) throw new Error('there is no place')
  const height = place.room ?? column.height
  return { ...column, height, y: place.at === 'head' ? column.y : column.y + column.height - height }
}

describe('placeInspector', () => {
  it('VIEW-5: takes the whole column where nothing stands in it that was pressed', () => {
    expect(placeInspector(column, [{ x: 700, y: 300, width: 100, height: 34 }])).toBe(usualPlace)
    expect(placeInspector(column, [])).toBe(usualPlace)
  })

  it.each(Array.from({ length: 22 }, (_, index) => 70 + index * 34))(
    'VIEW-5: leaves free what was pressed %i px from the top',
    (y) => {
      const pressed = { x: 1178, y, width: 91, height: 34 }
      const place = placeInspector(column, [pressed])
      expect(overlaps(spanOf(place), pressed)).toBe(false)
      expect(spanOf(place).height).toBeGreaterThanOrEqual(260)
    },
  )

  it('VIEW-5: leaves free the pointer and what was pressed, of which only one may be in the way', () => {
    const pressed = { x: 600, y: 100, width: 40, height: 40 }
    const pointer = { x: 1200, y: 700, width: 20, height: 20 }
    const place = placeInspector(column, [pressed, pointer])
    expect(place?.at).toBe('head')
    expect(overlaps(spanOf(place), pointer)).toBe(false)
  })

  it('VIEW-5: stays where it stands as long as that covers nothing, and moves no further than it must', () => {
    const before = placeInspector(column, [{ x: 1178, y: 200, width: 91, height: 34 }])
    expect(before?.at).toBe('foot')
    const higher = { x: 1178, y: 120, width: 91, height: 34 }
    expect(placeInspector(column, [higher], before)).toBe(before)
    expect(placeInspector(column, [{ ...higher, x: 500 }], before)).toBe(before)
    expect(placeInspector(column, [{ ...higher, y: 400 }], before)?.at).toBe('foot')
    expect(placeInspector(column, [{ ...higher, y: 700 }], before)?.at).toBe('head')
  })

  it('VIEW-5: has no place beside what is too large for that', () => {
    expect(placeInspector(column, [{ x: 1000, y: 200, width: 400, height: 500 }])).toBeUndefined()
  })
})
