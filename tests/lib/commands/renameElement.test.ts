import { describe, expect, it } from 'vitest'
import { renameElement } from '../../../lib/commands/renameElement'
import { after, element, patchOf, problemOf, testView } from '../../helpers/testMap'

const view = testView({ elements: { a: {}, k: { locked: true } } })

describe('renameElement', () => {
  it('sets the label without the spaces around it, and names the step by it', () => {
    const input = { id: element('a'), label: ' Two\nlines ' }
    expect(after(view, renameElement, input).elements.get(element('a'))?.label).toBe('Two\nlines')
    expect(patchOf(view, renameElement, input).label).toEqual({ step: 'renamed', name: 'Two\nlines' })
  })

  it('CMD-2, CMD-4, CMD-7: refuses locked, too long, the same and gone', () => {
    expect(problemOf(view, renameElement, { id: element('k'), label: 'X' })).toEqual({ code: 'locked', subject: 'K' })
    expect(problemOf(view, renameElement, { id: element('a'), label: 'x'.repeat(301) })).toEqual({
      code: 'label-too-long',
      subject: '301',
    })
    expect(problemOf(view, renameElement, { id: element('a'), label: 'A ' }).code).toBe('nothing-to-do')
    expect(problemOf(view, renameElement, { id: element('x'), label: 'X' })).toEqual({
      code: 'not-found',
      subject: 'x',
    })
  })
})
