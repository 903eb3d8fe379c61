import { describe, expect, it } from 'vitest'
import { placeInSector } from '@/lib/commands/placeInSector'
import { toSectorColumns } from '@/lib/layout/sectorColumns'
import type { MapView } from '@/lib/model/mapView'
import { columnsView } from '@/lib/model/position'
import { after, applied, element, elements, patchOf, problemOf, testView } from '../../helpers/testMap'

const people = testView({
  elements: {
    clinic: { kind: 'stakeholder', label: 'Clinic', sector: 'health' },
    nurses: { kind: 'stakeholder', label: 'Nurses', sector: 'health' },
    ward: { kind: 'stakeholder', label: 'Ward', sector: 'health', locked: true },
    ward2: { kind: 'stakeholder', label: 'Ward 2', sector: 'health' },
    council: { kind: 'stakeholder', label: 'Council', sector: 'government' },
    club: { kind: 'stakeholder', label: 'Club', sector: 'sport' },
    press: { kind: 'stakeholder', label: 'Press' },
    rent: { label: 'Rent' },
  },
})
const columnsOf = (view: MapView, withEmpty = false) =>
  toSectorColumns(
    [...view.elements.values()].filter((one) => one.kind === 'stakeholder'),
    view.positions.get(columnsView),
    ['government', 'health', 'media'],
    withEmpty,
  ).map(({ sector, members }) => [sector, members.map(({ id }) => id).join(' ')])

describe('toSectorColumns', () => {
  it('VIEWS-9: a column for each sector in their order, other words after them, none last; by name within', () => {
    expect(columnsOf(people)).toEqual([
      ['government', 'council'],
      ['health', 'clinic nurses ward ward2'],
      ['sport', 'club'],
      [undefined, 'press'],
    ])
    expect(columnsOf(people, true).map(([sector]) => sector)).toEqual([
      'government',
      'health',
      'media',
      'sport',
      undefined,
    ])
  })
})

describe('placeInSector', () => {
  it('VIEWS-9: says sector and rank in one step', () => {
    const moved = after(people, placeInSector, {
      id: element('press'),
      sector: 'health',
      order: elements('nurses', 'press', 'clinic', 'ward'),
    })
    expect(moved.elements.get(element('press'))).toMatchObject({ sector: 'health' })
    expect(columnsOf(moved)).toContainEqual(['health', 'nurses press clinic ward ward2'])
    const back = after(moved, placeInSector, { id: element('press'), sector: null, order: elements('press') })
    expect(back.elements.get(element('press'))).not.toHaveProperty('sector')
    // On the map nobody has moved.
    expect(moved.positions.get('board' as never)).toEqual(people.positions.get('board' as never))
  })

  it('VIEWS-9: a rank that is said already is not written again', () => {
    const order = elements('nurses', 'clinic')
    const moved = after(people, placeInSector, { id: element('clinic'), sector: 'health', order })
    expect(problemOf(moved, placeInSector, { id: element('clinic'), sector: 'health', order }).code).toBe(
      'nothing-to-do',
    )
    const next = elements('nurses', 'clinic', 'press')
    expect(patchOf(moved, placeInSector, { id: element('press'), sector: 'health', order: next }).changes).toHaveLength(
      2,
    )
  })

  it('VIEWS-9: two people who move two others at once both have their way', () => {
    const ranked = after(people, placeInSector, {
      id: element('ward2'),
      sector: 'health',
      order: elements('clinic', 'nurses', 'ward', 'ward2'),
    })
    const up = patchOf(ranked, placeInSector, {
      id: element('ward2'),
      sector: 'health',
      order: elements('ward2', 'clinic', 'nurses', 'ward'),
    })
    const down = patchOf(ranked, placeInSector, {
      id: element('clinic'),
      sector: 'health',
      order: elements('nurses', 'clinic', 'ward', 'ward2'),
    })
    expect(up.changes).toHaveLength(1)
    expect(down.changes.every((change) => 'id' in change && change.id !== 'ward2')).toBe(true)
    expect(columnsOf(applied(applied(ranked, up), down))).toContainEqual(['health', 'ward2 nurses clinic ward'])
  })

  it('VIEWS-9: there is always room for one more between two', () => {
    let view = people
    for (let turn = 0; turn < 40; turn += 1) {
      const moved = turn % 2 === 0 ? ['clinic', 'ward2', 'nurses'] : ['clinic', 'nurses', 'ward2']
      view = after(view, placeInSector, {
        id: element(moved[1] ?? ''),
        sector: 'health',
        order: elements(...moved, 'ward'),
      })
      expect(columnsOf(view)).toContainEqual(['health', `${moved.join(' ')} ward`])
    }
  })

  it('VIEWS-9: who is locked keeps sector and rank; a variable has none', () => {
    const order = elements('ward', 'clinic')
    expect(problemOf(people, placeInSector, { id: element('ward'), sector: null, order }).code).toBe('locked')
    const beside = patchOf(people, placeInSector, { id: element('clinic'), sector: 'health', order })
    expect(beside.changes.map((change) => 'id' in change && change.id)).toEqual(['clinic'])
    expect(problemOf(people, placeInSector, { id: element('rent'), sector: null, order: elements('rent') }).code).toBe(
      'bad-input',
    )
  })
})
