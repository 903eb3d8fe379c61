import { describe, expect, it } from 'vitest'
import { createSeededRandom } from '@/lib/base/random'
import { computeScene } from '@/lib/geometry/scene'
import { stanceMark, stancePlace } from '@/lib/geometry/stanceMark'
import { boardView } from '@/lib/model/position'
import { renderMap } from '@/lib/render/renderMap'
import { firstSeed, seedCount } from '../../helpers/seeds'
import { mapOf, type LinkRow, type Row } from './maps'

const stances = ['supports', 'neutral', 'opposes', 'mixed'] as const

/** Cards in a loose block with ties between any of them; many come in at upper left corners. */
function block(seed: number, withStance: boolean) {
  const { below } = createSeededRandom(seed)
  const count = 24
  const rows = Array.from({ length: count }, (_, at): Row => {
    const stance = stances[below(4)]
    return [
      `s${at}`,
      (at % 6) * 250 + below(60),
      Math.floor(at / 6) * 140 + below(40),
      { kind: 'stakeholder', label: `Actor ${at}`, ...(withStance ? { stance } : {}) },
    ]
  })
  const links = Array.from({ length: 60 }, (_, at): LinkRow | undefined => {
    const [from, to] = [below(count), below(count)]
    return from === to ? undefined : [`s${from}`, `s${to}`, { kind: 'tie', type: at % 2 === 0 ? 'money' : 'authority' }]
  })
  return mapOf(
    rows,
    links.filter((link) => link !== undefined),
  )
}

describe('room for the mark of a stance', () => {
  it('ACTOR-5: no link ends under the mark of either of its ends', () => {
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(12); seed += 1) {
      const { elements, links } = computeScene(block(seed, true), boardView)
      for (const { link, curves } of links.values()) {
        for (const [id, point] of [
          [link.from, curves[0]?.start],
          [link.to, curves.at(-1)?.end],
        ] as const) {
          const rect = elements.get(id)?.rect
          if (rect === undefined || point === undefined) throw new Error(`seed ${seed}: ${id} is not drawn`)
          const far = Math.hypot(point.x - rect.x - stancePlace.x, point.y - rect.y - stancePlace.y)
          expect(far, `seed ${seed}, ${link.from} to ${link.to}`).toBeGreaterThan(stanceMark.radius + 2)
        }
      }
    }
  })

  it('PIC-9: a picture without the marks tells nothing of them, not by its links either', () => {
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(4); seed += 1) {
      expect(renderMap(block(seed, true)), `seed ${seed}`).toBe(renderMap(block(seed, false)))
    }
  })
})
