import { describe, expect, it } from 'vitest'
import { arrangeList } from '../../../components/panels/arrangeList'
import { sizeOf } from '../../../lib/geometry/elementLayout'
import { overlaps, rectAround } from '../../../lib/geometry/rect'
import type { Variable } from '../../../lib/model/element'
import { testView } from '../../helpers/testMap'

describe('arrangeList', () => {
  it('PANEL-3: places every new variable clear of the others and of what is there', () => {
    const view = testView({ elements: { a: { label: 'Workload' } }, links: {} })
    const labels = ['Heat', 'Shade trees', 'Street life', 'Trust in neighbours']
    const links = [
      { from: 'Shade trees', to: 'Heat', polarity: '-' as const, delay: false },
      { from: 'Heat', to: 'Workload', polarity: '+' as const, delay: false },
      { from: 'Street life', to: 'Trust in neighbours', polarity: '+' as const, delay: false },
    ]
    const placed = arrangeList(view, labels, links)
    expect(placed.map(({ label }) => label)).toEqual(labels)
    const boxOf = (label: string, at: { readonly x: number; readonly y: number }) =>
      rectAround(at, sizeOf({ id: 'x', kind: 'variable', label, description: '' } as unknown as Variable, at))
    const boxes = [boxOf('Workload', { x: 0, y: 0 }), ...placed.map(({ label, at }) => boxOf(label, at))]
    for (const [index, box] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) expect(overlaps(box, other)).toBe(false)
    }
  })
})
