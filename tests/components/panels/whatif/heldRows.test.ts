import { describe, expect, it } from 'vitest'
import { heldRows } from '../../../../components/panels/whatif/scenarios/heldRows'
import { testView } from '../../../helpers/testMap'

const { elements } = testView({ elements: { buses: {}, cars: {}, jams: {} } })

describe('what compared scenarios hold', () => {
  it('WHATIF-24: every held variable is listed once, with each scenario that holds it and at what; others are not', () => {
    const a = { place: 0, scenario: { name: 'A', clamps: { buses: 1 } } }
    const b = { place: 1, scenario: { name: 'B', clamps: { cars: -0.5, buses: 0.8, gone: 1 } } }
    expect(heldRows([a, b], elements)).toEqual([
      {
        variable: 'buses',
        by: [
          { place: 0, value: 1 },
          { place: 1, value: 0.8 },
        ],
      },
      { variable: 'cars', by: [{ place: 1, value: -0.5 }] },
    ])
    expect(heldRows([{ place: 0, scenario: { name: 'None' } }], elements)).toEqual([])
  })
})
