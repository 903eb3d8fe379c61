import { describe, expect, it } from 'vitest'
import { computeScene } from '@/lib/geometry/scene'
import { stancePlace } from '@/lib/geometry/stanceMark'
import { boardView } from '@/lib/model/position'
import { renderMap } from '@/lib/render/renderMap'
import { mapOf } from '../geometry/maps'

const withStance = mapOf([['a', 100, 50, { kind: 'stakeholder', label: 'Clinic', stance: 'opposes' }]])
const without = mapOf([['a', 100, 50, { kind: 'stakeholder', label: 'Clinic' }]])

describe('the mark of a stance', () => {
  it('ACTOR-5: stands at the upper left corner of the card, in pictures as on the map', () => {
    const [shape] = computeScene(withStance, boardView).elements.values()
    if (shape === undefined) throw new Error('no element')
    const { x, y } = stancePlace
    expect(renderMap(withStance, { stance: true })).toContain(`translate(${shape.rect.x + x} ${shape.rect.y + y})`)
  })

  it('ACTOR-5: the card and the picture without it are the same whether a stance was said or not', () => {
    const [one, other] = [computeScene(withStance, boardView), computeScene(without, boardView)]
    expect(one.bounds).toEqual(other.bounds)
    expect(renderMap(withStance)).toBe(renderMap(without))
  })
})
