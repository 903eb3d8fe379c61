import { describe, expect, it } from 'vitest'
import { linesOfHead, measureHeads } from '@/components/views/matrix/headLines'

const named = (...labels: readonly string[]) => labels.map((label) => ({ label }))
const long = 'Community Workers’ Association of the North'

describe('heads of the matrix', () => {
  it('VIEWS-24: a long name stands whole: beside few cells on one line, beside many or on a phone on two', () => {
    for (const room of [
      { width: 1_400, height: 700, cells: 340, phone: false },
      { width: 1_400, height: 700, cells: 1_300, phone: false },
    ]) {
      const head = measureHeads(named('Press', long), room)
      for (const [length, isRow] of [
        [head.width, true],
        [head.height, false],
      ] as const) {
        expect(linesOfHead(long, length, isRow).join(' ')).toBe(long)
      }
    }
    const phone = measureHeads(named('Community Workers’'), { width: 366, height: 400, cells: 1_100, phone: true })
    expect(linesOfHead('Community Workers’', phone.width, true).join(' ')).toBe('Community Workers’')
  })

  it('VIEWS-24: short names ask for no more room than heads have at least', () => {
    const room = { width: 1_400, height: 700, cells: 340, phone: false }
    expect(measureHeads(named('Press'), room)).toEqual({ width: 208, height: 140 })
    expect(measureHeads([], room)).toEqual({ width: 208, height: 140 })
  })
})
