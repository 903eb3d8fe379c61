import { describe, expect, it } from 'vitest'
import { usualKind } from '../../../components/panels/phone/usualKind'
import { mapOf, type Row } from '../../lib/geometry/maps'

const kindOf = (variables: number, stakeholders: number) =>
  usualKind(
    mapOf([
      ...Array.from({ length: variables }, (_, index): Row => [`v${index}`, 0, 0]),
      ...Array.from({ length: stakeholders }, (_, index): Row => [`s${index}`, 0, 0, { kind: 'stakeholder' }]),
    ]),
  )

describe('usualKind', () => {
  it('PANEL-24: is what nearly all of the map is; variables where it has both, or nothing', () => {
    expect(kindOf(0, 0)).toBe('variable')
    expect(kindOf(0, 1)).toBe('stakeholder')
    expect(kindOf(2, 6)).toBe('stakeholder')
    expect(kindOf(2, 5)).toBe('variable')
    expect(kindOf(4, 0)).toBe('variable')
  })
})
