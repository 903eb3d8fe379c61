import { expect, it } from 'vitest'
import { goOnAtEnd } from '@/components/views/table/goOnAtEnd'

it('TABLE-5: what is typed in a cell that was opened is added to what it says', () => {
  const ranges: unknown[] = []
  goOnAtEnd({ value: 'Decides budget', setSelectionRange: (...range) => ranges.push(range) })
  expect(ranges).toEqual([[14, 14]])
})
