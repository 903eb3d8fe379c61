import { describe, expect, it } from 'vitest'
import { deleteRecords } from '../../../lib/commands/deleteRecords'
import { setElementFields } from '../../../lib/commands/setElementFields'
import { elements, links, patchOf, problemOf, testView } from '../../helpers/testMap'

const view = testView({
  elements: {
    a: { label: 'Workload', locked: true },
    b: { label: 'Sleep', locked: true },
    c: {},
    d: { label: ' ', locked: true },
  },
  links: { cc: { from: 'c', to: 'a' } },
})
const remove = (ids: readonly string[], joined: readonly string[] = []) => ({
  elements: elements(...ids),
  links: links(...joined),
})

describe('locked elements', () => {
  it('LOCK-2: a refusal names the first that has a name, and counts the others', () => {
    expect(problemOf(view, deleteRecords, remove(['a']))).toEqual({ code: 'locked', subject: 'Workload' })
    expect(problemOf(view, deleteRecords, remove(['d', 'a', 'b', 'a']))).toEqual({
      code: 'locked',
      subject: 'Workload',
      others: 2,
    })
    expect(problemOf(view, deleteRecords, remove(['d']))).toEqual({ code: 'locked' })
  })

  it('LOCK-3: what stays of a deletion or an edit is named', () => {
    expect(patchOf(view, deleteRecords, remove(['a', 'b', 'c'])).stayed).toMatchObject({
      subject: 'Workload',
      others: 1,
    })
    expect(patchOf(view, deleteRecords, remove(['a'], ['cc'])).stayed).toMatchObject({ subject: 'Workload' })
    expect(patchOf(view, deleteRecords, remove(['c'])).stayed).toBeUndefined()
    const edit = { ids: elements('b', 'c'), fields: { tags: ['x'] } }
    expect(patchOf(view, setElementFields, edit).stayed).toMatchObject({ subject: 'Sleep' })
  })
})
