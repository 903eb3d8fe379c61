import { describe, expect, it } from 'vitest'
import { frameElements } from '../../../lib/commands/frameElements'
import { boardView } from '../../../lib/model/position'
import { after, element, elements, patchOf, problemOf, testView } from '../../helpers/testMap'

const view = testView({
  elements: { n: { kind: 'note' }, m: { kind: 'note', locked: true } },
  positions: { n: [0, 0, 100, 100], m: [300, 100, 100, 100] },
})

describe('frameElements', () => {
  it('draws a named frame around them, with room, and selects it', () => {
    const input = { ids: elements('n', 'm'), label: 'Staffing', id: element('f') }
    const now = after(view, frameElements, input)
    expect(now.elements.get(element('f'))).toMatchObject({ kind: 'frame', label: 'Staffing' })
    expect(now.positions.get(boardView)?.get(element('f'))).toEqual({ x: 150, y: 50, width: 480, height: 280 })
    expect(patchOf(view, frameElements, input).select?.elements).toEqual(['f'])
  })

  it('refuses nothing and what is gone', () => {
    expect(problemOf(view, frameElements, { ids: [], label: '' }).code).toBe('nothing-to-do')
    expect(problemOf(view, frameElements, { ids: elements('x'), label: '' }).code).toBe('not-found')
  })
})
