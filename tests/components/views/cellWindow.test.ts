import { describe, expect, it } from 'vitest'
import { cellAfterKey, numbersOf, spanInView } from '@/components/views/matrix/cellWindow'

describe('what of a large table is drawn', () => {
  it('VIEWS-10: only what can be seen and a little more, with what has the focus', () => {
    const span = spanInView(1000, 340, 34, 500)
    expect(span.first).toBeLessThanOrEqual(29)
    expect(span.end).toBeGreaterThanOrEqual(40)
    expect(numbersOf(span, 0, 500)).toHaveLength(span.end - span.first + 1)
    expect(numbersOf(span, 30, 500)).toHaveLength(span.end - span.first)
    expect(numbersOf(spanInView(0, 900, 34, 3), 1, 3)).toEqual([0, 1, 2])
    expect(numbersOf(spanInView(0, 900, 34, 0), 0, 0)).toEqual([])
  })

  it('VIEWS-10: arrows go to the next cell and not beyond the table', () => {
    const go = (key: string, isFar = false) => cellAfterKey({ row: 0, column: 2 }, key, { isFar, page: 5, count: 4 })
    expect(go('ArrowUp')).toEqual({ row: 0, column: 2 })
    expect(go('ArrowDown')).toEqual({ row: 1, column: 2 })
    expect(go('ArrowRight', true)).toEqual({ row: 0, column: 3 })
    expect(go('PageDown')).toEqual({ row: 3, column: 2 })
    expect(go('End', true)).toEqual({ row: 3, column: 3 })
    expect(go('x')).toBeUndefined()
  })
})
