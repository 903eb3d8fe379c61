import { ringsView } from '@/lib/layout/rings'
import type { ElementId } from '@/lib/base/ids'
import { createSeededRandom } from '@/lib/base/random'
import type { MapView } from '@/lib/model/mapView'
import type { Position } from '@/lib/model/position'
import { stances } from '@/lib/model/stakeholder'
import { mapOf, type LinkRow, type Row } from '../../geometry/maps'

const sectors = ['government', 'health', 'community', 'business', 'Faith']
const types = ['authority', 'money', 'information', 'collaboration', 'conflict', 'Trust']

/** A map of stakeholders as rooms make them: many at the same values, some without, with ties of every kind. */
export function actorMap(count: number, seed: number, labels: readonly string[] = []): MapView {
  const { next: random, below: whole } = createSeededRandom(seed)
  const rows = Array.from({ length: count }, (_, index): Row => {
    const isUsual = random() < 0.3
    const share = (): number => (isUsual ? 0.8 : whole(101) / 100)
    return [
      `s${index}`,
      (index % 10) * 250,
      Math.floor(index / 10) * 120,
      {
        kind: 'stakeholder',
        label: labels[index] ?? `Partner ${index + 1} of the region`,
        ...(index % 9 === 8 ? {} : { sector: sectors[index % sectors.length] }),
        ...(index % 11 === 10 ? {} : { power: share(), interest: share() }),
        stance: stances[whole(stances.length)],
        influence: whole(6),
      },
    ]
  })
  const links = Array.from({ length: count * 2 }, (): LinkRow | undefined => {
    const [from, to] = [whole(count), whole(count)]
    return from === to ? undefined : [`s${from}`, `s${to}`, { kind: 'tie', type: types[whole(types.length)] }]
  })
  const view = mapOf(
    rows,
    links.filter((link) => link !== undefined),
    {
      title: 'Who gets children to school?',
      unknown: {
        'sector:Faith': { name: 'Faith groups', colour: 'indigo', tag: 'FG', pattern: 'stripes' },
        'tie:Trust': { name: 'Confidence', colour: 'teal', tag: 'TR', style: 'dashed', way: 'mutual' },
      },
    },
  )
  const seats = new Map<ElementId, Position>()
  for (const [index, id] of [...view.elements.keys()].entries()) {
    const [angle, radius] = [random() * 2 * Math.PI, 60 + 90 * (whole(4) + 0.5)]
    if (index % 13 === 12) continue
    seats.set(id, { x: Math.round(radius * Math.cos(angle)), y: Math.round(radius * Math.sin(angle)) })
  }
  return { ...view, positions: new Map(view.positions).set(ringsView, seats) }
}
