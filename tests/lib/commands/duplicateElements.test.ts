import { describe, expect, it } from 'vitest'
import { duplicateElements } from '../../../lib/commands/duplicateElements'
import { boardView } from '../../../lib/model/position'
import { applied, element, elements, patchOf, problemOf, testView } from '../../helpers/testMap'

describe('duplicateElements', () => {
  it('CMD-9: doubles elements and the links among them, moved, and selects the doubles', () => {
    const patch = patchOf(testView(), duplicateElements, { elements: elements('a', 'b'), offset: { x: 24, y: 24 } })
    const now = applied(testView(), patch)
    const [a = '', b = ''] = patch.select?.elements ?? []
    expect([now.elements.size, now.links.size]).toEqual([5, 3])
    expect(now.positions.get(boardView)?.get(element(a))).toEqual({ x: 24, y: 24 })
    expect([...now.links.values()].at(-1)).toMatchObject({ from: a, to: b, polarity: '+' })
    expect(patch.label).toEqual({ step: 'duplicated', count: 2 })
  })

  it('refuses nothing, what is gone, and no offset', () => {
    const offset = { x: 0, y: 0 }
    expect(problemOf(testView(), duplicateElements, { elements: [], offset }).code).toBe('nothing-to-do')
    expect(problemOf(testView(), duplicateElements, { elements: elements('x'), offset }).code).toBe('not-found')
    const astray = { elements: elements('a'), offset: { x: Infinity, y: 0 } }
    expect(problemOf(testView(), duplicateElements, astray).code).toBe('bad-input')
  })

  it('CMD-16: refuses an offset that puts doubles where no map reaches', () => {
    const input = { elements: elements('a'), offset: { x: 5_000_000, y: 0 } }
    expect(problemOf(testView(), duplicateElements, input)).toEqual({ code: 'bad-input', subject: 'offset' })
  })
})
