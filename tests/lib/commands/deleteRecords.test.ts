import { describe, expect, it } from 'vitest'
import { deleteRecords } from '../../../lib/commands/deleteRecords'
import { boardView } from '../../../lib/model/position'
import { after, elements, links, patchOf, problemOf, testView } from '../../helpers/testMap'

const view = testView({
  elements: { a: {}, b: {}, c: {}, k: { locked: true }, f: { kind: 'frame' } },
  links: { ab: { from: 'a', to: 'b' }, bc: { from: 'b', to: 'c' }, ck: { from: 'c', to: 'k' } },
  positions: { f: [0, 0, 900, 900] },
})

describe('deleteRecords', () => {
  it('CMD-3: deletes the links of an element and its place with it, in one patch', () => {
    const now = after(view, deleteRecords, { elements: elements('b'), links: [] })
    expect([...now.elements.keys()].sort()).toEqual(['a', 'c', 'f', 'k'])
    expect([...now.links.keys()]).toEqual(['ck'])
    expect(now.positions.get(boardView)?.has('b' as never)).toBe(false)
    expect(now.issues).toEqual([])
  })

  it('CMD-3: what lies in a frame stays', () => {
    expect(after(view, deleteRecords, { elements: elements('f'), links: [] }).elements.size).toBe(4)
  })

  it('names the step by what was chosen, not by what goes along', () => {
    expect(patchOf(view, deleteRecords, { elements: elements('b'), links: [] }).label).toEqual({
      step: 'deleted',
      count: 1,
      name: 'B',
    })
    expect(patchOf(view, deleteRecords, { elements: elements('a', 'b'), links: links('ck') }).label.count).toBe(3)
    // Chosen with its ends, a link goes along with them.
    expect(patchOf(view, deleteRecords, { elements: elements('a', 'b'), links: links('ab') }).label.count).toBe(2)
  })

  it('CMD-2: locked elements stay; links to them may go', () => {
    const now = after(view, deleteRecords, { elements: elements('a', 'k'), links: links('ck') })
    expect([...now.elements.keys()].sort()).toEqual(['b', 'c', 'f', 'k'])
    expect(now.links.has('ck' as never)).toBe(false)
    expect(problemOf(view, deleteRecords, { elements: elements('k'), links: [] })).toEqual({
      code: 'locked',
      subject: 'K',
    })
  })

  it('CMD-7: refuses what is gone and what is nothing', () => {
    expect(problemOf(view, deleteRecords, { elements: [], links: [] }).code).toBe('nothing-to-do')
    expect(problemOf(view, deleteRecords, { elements: [], links: links('x') })).toEqual({
      code: 'not-found',
      subject: 'x',
    })
    expect(problemOf(view, deleteRecords, { elements: elements('x'), links: [] }).code).toBe('not-found')
  })
})
