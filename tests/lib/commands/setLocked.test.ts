import { describe, expect, it } from 'vitest'
import { setLocked } from '../../../lib/commands/setLocked'
import { after, element, elements, patchOf, problemOf, testView } from '../../helpers/testMap'

const view = testView({ elements: { a: {}, k: { locked: true } } })

describe('setLocked', () => {
  it('locks and unlocks, and counts what changes', () => {
    expect(after(view, setLocked, { ids: elements('a', 'k'), locked: true }).elements.get(element('a'))?.locked).toBe(
      true,
    )
    expect(after(view, setLocked, { ids: elements('k'), locked: false }).elements.get(element('k'))).not.toHaveProperty(
      'locked',
    )
    expect(patchOf(view, setLocked, { ids: elements('a', 'k'), locked: true }).label).toEqual({
      step: 'locked',
      count: 1,
      name: 'A',
    })
  })

  it('CMD-7: refuses what is so already, and what is gone', () => {
    expect(problemOf(view, setLocked, { ids: elements('k'), locked: true }).code).toBe('nothing-to-do')
    expect(problemOf(view, setLocked, { ids: elements('x'), locked: true }).code).toBe('not-found')
  })
})
