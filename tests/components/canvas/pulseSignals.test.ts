import { describe, expect, it } from 'vitest'
import { overlayOfPulse } from '../../../components/canvas/pulseOverlay'
import { drawnSignals, placeOf, stopPlaces } from '../../../components/canvas/pulseSignals'
import { filmPulse, findPulseGround, type PulseFilm } from '../../../lib/analysis/pulseFilm'
import { computeScene } from '../../../lib/geometry/scene'
import type { MapView } from '../../../lib/model/mapView'
import { boardView } from '../../../lib/model/position'
import { element, testView } from '../../helpers/testMap'

const view = testView({
  elements: { a: {}, b: {}, c: {}, d: {} },
  links: {
    ab: { from: 'a', to: 'b', polarity: '+', strength: 0.1 },
    ac: { from: 'a', to: 'c', polarity: '-', strength: 1, delay: true },
    ad: { from: 'a', to: 'd' },
    cc: { from: 'c', to: 'c', polarity: '-', strength: 0.2 },
  },
  positions: { a: [0, 0], b: [400, 0], c: [0, 400], d: [-400, 0] },
})

function film(of: MapView): PulseFilm {
  const push = { variable: element('a'), direction: 1 } as const
  const ground = findPulseGround(of, push)
  const made = ground === undefined ? undefined : filmPulse(ground, push)
  if (made === undefined) throw new Error('no film')
  return made
}

describe('signals on the map', () => {
  const made = film(view)
  const scene = computeScene(view, boardView)

  it('PUSH-14: each goes from near the beginning of its link to near the end, a delayed one in two steps', () => {
    const [ab, ac] = drawnSignals(made, 0, scene)
    if (ab === undefined || ac === undefined) throw new Error('no signals')
    const [start, middle, end] = [0, 0.5, 1].map((time) => placeOf(ab, time).x)
    expect(start).toBeLessThan(middle ?? 0)
    expect(middle).toBeLessThan(end ?? 0)
    expect(end).toBeLessThan(ab.shape.end.x)
    expect(Math.abs(placeOf(ac, 1).y - ac.shape.mid.y)).toBeLessThan(20)
    expect([ab.size, ac.size]).toEqual(['some', 'much'])
    // Once it is there it goes on, also round a link to itself.
    expect(drawnSignals(made, 2, scene).map(({ shape }) => shape.id)).toEqual(['cc'])
  })

  it('PUSH-2: a question mark stands where a change stops, and only at that step', () => {
    expect(stopPlaces(made, 0, scene)).toHaveLength(1)
    expect(stopPlaces(made, 0, scene)[0]?.at.x).toBeLessThan(0)
    expect(stopPlaces(made, 1, scene)).toEqual([])
  })

  it('PUSH-14: what is not drawn on this map is left out', () => {
    const bare = computeScene(testView({ elements: { a: {} }, links: {} }), boardView)
    expect(drawnSignals(made, 0, bare)).toEqual([])
    expect(stopPlaces(made, 0, bare)).toEqual([])
  })

  it('PUSH-5: elements carry as many arrows as the change is large, and say what is new', () => {
    const told = (step: number) =>
      [...overlayOfPulse(made, step)].map(([id, { text, news }]) => `${id} ${text}${news === true ? ' new' : ''}`)
    expect(told(0)).toEqual(['a ▲▲▲ new'])
    expect(told(1)).toEqual(['a ▲▲▲', 'b ▲▲ new'])
    expect(told(2)).toEqual(['a ▲▲▲', 'b ▲▲', 'c ▼▼▼ new'])
  })

  it('PUSH-14: of very many, the strongest three hundred are drawn', () => {
    const many = Array.from({ length: 400 }, (_, index) => `v${index}`)
    const star = testView({
      elements: { a: {}, ...Object.fromEntries(many.map((id) => [id, {}])) },
      links: Object.fromEntries(
        many.map((to, index) => [`l${index}`, { from: 'a', to, polarity: '+', strength: (index + 1) / 400 }]),
      ),
    })
    const drawn = drawnSignals(film(star), 0, computeScene(star, boardView))
    expect(drawn).toHaveLength(300)
    expect(Math.min(...drawn.map(({ signal }) => signal.value))).toBeCloseTo(101 / 400, 6)
  })
})
