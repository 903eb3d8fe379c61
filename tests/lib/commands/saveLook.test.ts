import { describe, expect, test } from 'vitest'
import { deleteLook } from '../../../lib/commands/deleteLook'
import { saveLook } from '../../../lib/commands/saveLook'
import { readLook } from '../../../lib/look/look'
import type { MapView } from '../../../lib/model/mapView'
import { after, applied, patchOf, problemOf, testView } from '../../helpers/testMap'

const money = { hiddenTies: ['conflict'], colourBy: 'stance' } as const

function withLook(): { readonly view: MapView; readonly id: string } {
  const view = after(testView(), saveLook, { name: ' Money ', look: money })
  const [id = ''] = view.views.keys()
  return { view, id }
}

describe('saving looks', () => {
  test('LOOK-14: a look is saved under its name, and is the same when it is read', () => {
    const { view, id } = withLook()
    expect(view.views.get(id)?.name).toBe('Money')
    expect(readLook(view.views.get(id))).toEqual(money)
  })

  test('LOOK-14: a change writes only what differs, takes away what is gone and keeps what is not known', () => {
    const { view, id } = withLook()
    const foreign = applied(view, {
      changes: [{ kind: 'set', root: 'views', id, fields: { later: 'kept' } }],
      label: { step: 'edited' },
    })
    const patch = patchOf(foreign, saveLook, { id, look: { colourBy: 'stance', sizeBy: 'influence' } })
    expect(patch.changes).toEqual([
      { kind: 'set', root: 'views', id, fields: { sizeBy: 'influence', 'tie:conflict': undefined } },
    ])
    const next = applied(foreign, patch)
    expect(next.views.get(id)).toMatchObject({ name: 'Money', later: 'kept' })
    expect(readLook(next.views.get(id))).toEqual({ colourBy: 'stance', sizeBy: 'influence' })
  })

  test('LOOK-14: a new name leaves the look as it is', () => {
    const { view, id } = withLook()
    const next = after(view, saveLook, { id, name: 'Cash' })
    expect(next.views.get(id)?.name).toBe('Cash')
    expect(readLook(next.views.get(id))).toEqual(money)
  })

  test('LOOK-14: it has a name, and nothing is said twice', () => {
    const { view, id } = withLook()
    expect(problemOf(view, saveLook, { name: ' ', look: money }).code).toBe('bad-input')
    expect(problemOf(view, saveLook, { id, look: money }).code).toBe('nothing-to-do')
    expect(problemOf(view, saveLook, { id: 'no/id', name: 'x' }).code).toBe('bad-input')
    expect(problemOf(view, saveLook, { name: 'x'.repeat(400) }).code).toBe('label-too-long')
  })

  test('LOOK-14: a name that another look has, to a person, is refused; one’s own is free', () => {
    const { view, id } = withLook()
    expect(problemOf(view, saveLook, { id: 'p', name: 'money ', look: money })).toMatchObject({ code: 'look-there' })
    const both = after(view, saveLook, { id: 'p', name: 'Power', look: {} })
    expect(problemOf(both, saveLook, { id: 'p', name: 'MONEY' }).code).toBe('look-there')
    expect(after(both, saveLook, { id, name: 'MONEY' }).views.get(id)?.name).toBe('MONEY')
    // Two people came to have one each at once: each can still be changed.
    const twins = applied(both, {
      changes: [{ kind: 'set', root: 'views', id: 'p', fields: { name: 'Money' } }],
      label: { step: 'saved-look' },
    })
    expect(readLook(after(twins, saveLook, { id: 'p', look: money }).views.get('p'))).toEqual(money)
  })

  test('LOOK-14: deleted, the map is as it was', () => {
    const { view, id } = withLook()
    const next = after(view, deleteLook, { id })
    expect(next.views.size).toBe(0)
    expect(next.elements.size).toBe(view.elements.size)
    expect(problemOf(next, deleteLook, { id }).code).toBe('not-found')
  })
})
