import { describe, expect, it } from 'vitest'
import { alignElements } from '../../../lib/commands/alignElements'
import { boardView } from '../../../lib/model/position'
import { after, element, elements, problemOf, testView } from '../../helpers/testMap'

const view = testView({
  elements: { f: { kind: 'frame' }, n: { kind: 'frame' }, k: { kind: 'frame', locked: true } },
  positions: { f: [0, 0, 100, 100], n: [300, 400, 200, 50], k: [0, 0, 10, 10] },
})

describe('alignElements', () => {
  it.each([
    ['left', { x: 0, y: 0 }, { x: 50, y: 400 }],
    ['right', { x: 350, y: 0 }, { x: 300, y: 400 }],
    ['centre', { x: 175, y: 0 }, { x: 175, y: 400 }],
    ['top', { x: 0, y: 0 }, { x: 300, y: -25 }],
    ['bottom', { x: 0, y: 375 }, { x: 300, y: 400 }],
    ['middle', { x: 0, y: 187.5 }, { x: 300, y: 187.5 }],
  ] as const)('CMD-12: by the %s edge', (edge, first, second) => {
    const places = after(view, alignElements, { ids: elements('f', 'n'), edge }).positions.get(boardView)
    expect(places?.get(element('f'))).toEqual({ ...first, width: 100, height: 100 })
    expect(places?.get(element('n'))).toEqual({ ...second, width: 200, height: 50 })
  })

  it('CMD-2, CMD-7: needs two that may move', () => {
    expect(problemOf(view, alignElements, { ids: elements('f', 'k'), edge: 'left' }).code).toBe('needs-two')
    expect(problemOf(view, alignElements, { ids: elements('k'), edge: 'left' }).code).toBe('locked')
    const aligned = after(view, alignElements, { ids: elements('f', 'n'), edge: 'left' })
    expect(problemOf(aligned, alignElements, { ids: elements('f', 'n'), edge: 'left' }).code).toBe('nothing-to-do')
  })
})
