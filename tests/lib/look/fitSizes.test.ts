import { describe, expect, it } from 'vitest'
import { createSeededRandom } from '../../../lib/base/random'
import { computeScene } from '../../../lib/geometry/scene'
import { overlaps } from '../../../lib/geometry/rect'
import { applyLook, type LookWords } from '../../../lib/look/applyLook'
import { boardView } from '../../../lib/model/position'
import { firstSeed, seedCount } from '../../helpers/seeds'
import { element, testView } from '../../helpers/testMap'

const words: LookWords = {
  value: (_, value) => value,
  group: (name) => name,
  count: (_, all) => `× ${all}`,
  number: (value) => value.toString(),
}

const someone = (label: string, influence: number) => ({ kind: 'stakeholder', label, influence })

function pairsOn(view: Parameters<typeof computeScene>[0]): ReadonlySet<string> {
  const shapes = [...computeScene(view, boardView).elements.values()]
  return new Set(
    shapes.flatMap((one, at) =>
      shapes.slice(at + 1).flatMap((other) => (overlaps(one.rect, other.rect) ? [`${one.id} ${other.id}`] : [])),
    ),
  )
}

describe('sizes by a look', () => {
  it('LOOK-24: whatever stands where, what has grown lies on no other than before', () => {
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(12); seed += 1) {
      const { below } = createSeededRandom(seed)
      const ids = Array.from({ length: 28 }, (_, at) => `s${at}`)
      const map = testView({
        elements: Object.fromEntries(
          ids.map((id) => [id, someone(`Somebody ${'of the town '.repeat(below(3))}${id}`, below(6))]),
        ),
        positions: Object.fromEntries(
          ids.map((id, at) => [id, [(at % 6) * 220 + below(60), Math.floor(at / 6) * 70 + below(30)]]),
        ),
      })
      const seen = applyLook(map, { look: { sizeBy: 'influence' }, words })
      const before = pairsOn(map)
      expect(
        [...pairsOn(seen.view)].filter((pair) => !before.has(pair)),
        `seed ${seed}`,
      ).toEqual([])
    }
  })

  it('LOOK-24: who measures more is never drawn smaller, who measures the same alike, however close they stand', () => {
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(20); seed += 1) {
      const { below } = createSeededRandom(seed)
      const ids = Array.from({ length: 24 }, (_, at) => `s${at}`)
      const map = testView({
        elements: Object.fromEntries(
          ids.map((id) => [
            id,
            { kind: 'stakeholder', label: `Body ${'of the town '.repeat(below(2))}${id}`, power: below(21) / 20 },
          ]),
        ),
        positions: Object.fromEntries(
          ids.map((id, at) => [id, [(at % 6) * 250 + below(40), Math.floor(at / 6) * 90 + below(40)]]),
        ),
      })
      const { view } = applyLook(map, { look: { sizeBy: 'power' }, words })
      const drawn = ids.map((id) => {
        const one = view.elements.get(element(id))
        return { power: one?.kind === 'stakeholder' ? (one.power ?? 0) : 0, scale: one?.paint?.scale ?? 1 }
      })
      expect(drawn).toHaveLength(24)
      for (const one of drawn) {
        for (const other of drawn) {
          if (one.power > other.power) expect(one.scale, `seed ${seed}`).toBeGreaterThanOrEqual(other.scale)
          if (one.power === other.power) expect(one.scale, `seed ${seed}`).toBe(other.scale)
        }
      }
    }
  })

  it('LOOK-24: the largest choose first; where some are smaller than they would be, it is said', () => {
    const far = testView({ elements: { a: someone('Clinic', 5), b: someone('Press', 3) }, positions: { b: [600, 0] } })
    const roomy = applyLook(far, { look: { sizeBy: 'influence' }, words })
    expect(roomy.view.elements.get(element('a'))?.paint?.scale).toBe(1.5)
    expect(roomy.view.elements.get(element('b'))?.paint?.scale).toBe(1.3)
    expect(roomy.sizes?.isTight).toBe(false)
    const near = testView({ elements: { a: someone('Clinic', 3), b: someone('Press', 5) }, positions: { b: [100, 0] } })
    const tight = applyLook(near, { look: { sizeBy: 'influence' }, words })
    const [a, b] = ['a', 'b'].map((id) => tight.view.elements.get(element(id))?.paint?.scale ?? 1)
    expect(b).toBeGreaterThan(a ?? Infinity)
    expect(tight.sizes?.isTight).toBe(true)
  })
})
