import { describe, expect, it } from 'vitest'
import type { ElementId, LinkId } from '../../../lib/base/ids'
import { createSeededRandom } from '../../../lib/base/random'
import { placeBadges } from '../../../lib/geometry/badgePlaces'
import type { BadgedLoop } from '../../../lib/geometry/loopBadge'
import type { Point } from '../../../lib/geometry/rect'
import { computeScene } from '../../../lib/geometry/scene'
import type { MapView } from '../../../lib/model/mapView'
import { boardView } from '../../../lib/model/position'
import { firstSeed, seedCount } from '../../helpers/seeds'
import { mapOf, type LinkRow, type Row } from './maps'

/** Variables in rows as an import leaves them, with links across all of them: hardly a free place anywhere. */
function fullMap(seed: number, variables: number, count: number): { view: MapView; loops: readonly BadgedLoop[] } {
  const random = createSeededRandom(seed)
  const columns = Math.ceil(Math.sqrt(variables))
  const rows = Array.from({ length: variables }, (_, index): Row => {
    const label = `A label of several words ${index}`
    return [`e${index}`, (index % columns) * 190, Math.floor(index / columns) * 90, { label }]
  })
  const links = new Map<string, LinkRow>()
  while (links.size < count) {
    const [from, to] = [`e${random.below(variables)}`, `e${random.below(variables)}`]
    if (from === to) continue
    for (const [a, b] of [
      [from, to],
      [to, from],
    ] as const) {
      links.set(`${a}>${b}`, [a, b, { polarity: '+' }])
    }
  }
  const loops = [...links.values()].slice(0, 80).flatMap(([from, to], index): readonly BadgedLoop[] => {
    if (index % 2 === 1) return []
    const ids = [from, to] as readonly string[] as readonly ElementId[]
    const ways = [`${from}>${to}`, `${to}>${from}`] as readonly string[] as readonly LinkId[]
    const name = index % 4 === 0 ? 'A name of it' : ''
    const said = { kind: 'reinforcing', tag: `R${index}`, number: index, name, delayed: false } as const
    return [{ key: `${from} ${to}`, ...said, variables: ids, links: ways }]
  })
  return { view: mapOf(rows, [...links.values()]), loops }
}

describe('what badges cost', () => {
  it.each([1, 7, 40])(
    'BADGE-12: places tried and comparisons are bounded where nothing is free, for %i badges',
    (count) => {
      for (let seed = firstSeed(); seed < firstSeed() + seedCount(3); seed += 1) {
        const { view, loops } = fullMap(seed, 108, 304)
        const { elements, links } = computeScene(view, boardView)
        const effort = { looks: 0 }
        const { badges } = placeBadges({ loops: loops.slice(0, count), elements, links, effort })
        expect(badges.size, `seed ${seed}`).toBe(count)
        expect(effort.looks, `seed ${seed}`).toBeGreaterThan(0)
        // A ring of places is tried to its end.
        expect(effort.looks, `seed ${seed}`).toBeLessThan(count * 40_000)
        expect(effort.looks, `seed ${seed}`).toBeLessThan(260_000)
      }
    },
  )

  it('BADGE-12: a frame of a drag looks for no place, and its end is as if there had been none', () => {
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(3); seed += 1) {
      const { view, loops: all } = fullMap(seed, 108, 304)
      const loops = all.slice(0, 7)
      const [dragged] = loops[0]?.variables ?? []
      const still = computeScene(view, boardView, { loops })
      const moved = (by: number): ReadonlyMap<ElementId, Point> =>
        new Map(dragged === undefined ? [] : [[dragged, { x: by, y: by / 2 }]])
      let scene = still
      let memory = placeBadges({ loops, elements: still.elements, links: still.links })
      const effort = { looks: 0 }
      for (let frame = 1; frame <= 10; frame += 1) {
        scene = computeScene(view, boardView, { loops, previous: scene, moved: moved(frame * 40), isInFlight: true })
        const { elements, links } = scene
        memory = placeBadges({ loops, elements, links, memory, isInFlight: true, effort })
        expect([...scene.badges.values()], `seed ${seed}`).toEqual([...memory.badges.values()])
      }
      expect(effort.looks, `seed ${seed}`).toBe(0)
      // It goes along with its loop.
      const [first, now] = [still, scene].map(({ badges }) => badges.get(loops[0]?.key ?? ''))
      expect((now?.centre.x ?? 0) - (now?.middle.x ?? 0)).toBeCloseTo((first?.centre.x ?? 0) - (first?.middle.x ?? 0))
      const dropped = computeScene(view, boardView, { loops, previous: scene, moved: moved(400) })
      const fresh = computeScene(view, boardView, { loops, moved: moved(400) })
      expect([...dropped.badges.values()], `seed ${seed}`).toEqual([...fresh.badges.values()])
      // Put back, everything is where it was.
      const back = computeScene(view, boardView, { loops, previous: scene })
      for (const [key, badge] of back.badges) expect(badge, `seed ${seed}`).toEqual(still.badges.get(key))
    }
  })
})
