import { describe, expect, it } from 'vitest'
import type { ElementId } from '../../../lib/base/ids'
import { tagElements } from '../../../lib/commands/tagElements'
import { applied, patchOf, problemOf, testView } from '../../helpers/testMap'

const ids = ['a', 'b'] as ElementId[]

describe('tagElements', () => {
  it('PANEL-4: gives several elements a tag in one step and leaves their other tags', () => {
    const view = testView({ elements: { a: { tags: ['health'] }, b: {} } })
    const patch = patchOf(view, tagElements, { ids, tag: ' housing ', on: true })
    const after = applied(view, patch)
    expect(ids.map((id) => after.elements.get(id)?.tags)).toEqual([['health', 'housing'], ['housing']])
    expect(patch.label).toMatchObject({ step: 'edited', count: 2 })
  })

  it('PANEL-4: takes it from those that have it', () => {
    const view = testView({ elements: { a: { tags: ['x', 'y'] }, b: { tags: ['x'] } } })
    const after = applied(view, patchOf(view, tagElements, { ids, tag: 'x', on: false }))
    expect(ids.map((id) => after.elements.get(id)?.tags)).toEqual([['y'], undefined])
  })

  it('CMD-2: passes over locked elements', () => {
    const view = testView({ elements: { a: { locked: true }, b: {} } })
    const after = applied(view, patchOf(view, tagElements, { ids, tag: 'x', on: true }))
    expect(after.elements.get('a' as ElementId)?.tags).toBeUndefined()
    expect(after.elements.get('b' as ElementId)?.tags).toEqual(['x'])
  })

  it('CMD-7: a tag that is there already, or an empty one, is nothing to do', () => {
    const view = testView({ elements: { a: { tags: ['x'] }, b: { tags: ['x'] } } })
    for (const tag of ['x', '  ']) {
      expect(problemOf(view, tagElements, { ids, tag, on: true }).code).toBe('nothing-to-do')
    }
  })

  it('CMD-8: refuses a tag that is too long, and one too many', () => {
    const full = Array.from({ length: 40 }, (_, index) => `t${index}`)
    const view = testView({ elements: { a: { tags: full }, b: {} } })
    expect(problemOf(view, tagElements, { ids, tag: 'x'.repeat(61), on: true }).code).toBe('bad-input')
    expect(problemOf(view, tagElements, { ids, tag: 'one more', on: true })).toEqual({
      code: 'bad-input',
      subject: 'A',
    })
  })
})
