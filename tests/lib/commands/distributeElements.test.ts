import { describe, expect, it } from 'vitest'
import { distributeElements } from '../../../lib/commands/distributeElements'
import { boardView } from '../../../lib/model/position'
import { after, element, elements, problemOf, testView } from '../../helpers/testMap'

const view = testView({
  elements: { f: { kind: 'frame' }, g: { kind: 'frame' }, h: { kind: 'frame' } },
  positions: { f: [50, 50, 100, 100], g: [130, 300, 200, 20], h: [650, 450, 100, 100] },
})

describe('distributeElements', () => {
  it('CMD-12: makes the gaps equal; the first and the last stay', () => {
    const places = after(view, distributeElements, { ids: elements('h', 'f', 'g'), axis: 'horizontal' }).positions.get(
      boardView,
    )
    expect(['f', 'g', 'h'].map((id) => places?.get(element(id))?.x)).toEqual([50, 350, 650])
    const upright = after(view, distributeElements, { ids: elements('f', 'g', 'h'), axis: 'vertical' }).positions.get(
      boardView,
    )
    expect(['f', 'g', 'h'].map((id) => upright?.get(element(id))?.y)).toEqual([50, 250, 450])
  })

  it('needs three', () => {
    expect(problemOf(view, distributeElements, { ids: elements('f', 'g'), axis: 'vertical' }).code).toBe('needs-three')
  })
})
