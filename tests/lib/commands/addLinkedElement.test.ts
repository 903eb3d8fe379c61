import { describe, expect, it } from 'vitest'
import { addLinkedElement } from '../../../lib/commands/addLinkedElement'
import { after, element, patchOf, problemOf, testView } from '../../helpers/testMap'

const at = { x: 5, y: 5 }

describe('addLinkedElement', () => {
  it.each([
    ['out', 'a', 'new'],
    ['in', 'new', 'a'],
  ] as const)('adds an element and the link %s of the existing one, in one step', (direction, from, to) => {
    const input = { from: element('a'), direction, at, label: 'New', id: element('new') }
    const view = after(testView(), addLinkedElement, input)
    expect([...view.links.values()].at(-1)).toMatchObject({ kind: 'causal', from, to })
    expect(view.elements.get(element('new'))?.kind).toBe('variable')
    expect(patchOf(testView(), addLinkedElement, input).select?.elements).toEqual(['new'])
  })

  it('takes the kind of the element it is linked to, unless told', () => {
    const view = testView({ elements: { s: { kind: 'stakeholder' } } })
    const other = after(view, addLinkedElement, { from: element('s'), direction: 'out', at })
    expect([...other.links.values()][0]?.kind).toBe('tie')
    const told = after(view, addLinkedElement, { from: element('s'), direction: 'out', at, kind: 'note' })
    expect([...told.links.values()][0]?.kind).toBe('relation')
  })

  it('CMD-6: refuses scenery at either end', () => {
    const view = testView({ elements: { a: {}, f: { kind: 'frame' } } })
    expect(problemOf(view, addLinkedElement, { from: element('f'), direction: 'out', at }).code).toBe('cannot-link')
    const toFrame = { from: element('a'), direction: 'out', at, kind: 'frame' } as const
    expect(problemOf(view, addLinkedElement, toFrame).code).toBe('cannot-link')
    expect(problemOf(view, addLinkedElement, { from: element('x'), direction: 'in', at }).code).toBe('not-found')
  })
})
