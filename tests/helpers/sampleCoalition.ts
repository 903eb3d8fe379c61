import type { MapView } from '../../lib/model/mapView'
import { testView } from './testMap'

/** Words of a sample coalition that are personal, each of which stands nowhere else. */
export const personalOfCoalition = ['roofs@example.org', 'Opposes', '83%'] as const

const sectors = ['health', 'community', 'government', 'youth'] as const

/** A map with a coalition of so many members who are in, two who are asked, one who said not now, and one sector missing. */
export function coalitionView(size: number): MapView {
  const inside = Array.from({ length: size }, (_, at) => `m${at}`)
  const state = { state: 'in', role: 'backbone', commitment: 'Two days a month, and the large room on Mondays.' }
  return testView({
    meta: { title: 'Housing', 'sector:youth': { name: 'Young people' } },
    elements: {
      ...Object.fromEntries(
        inside.map((id, at) => [id, { kind: 'stakeholder', label: `Member ${at}`, sector: sectors[at % 3] }]),
      ),
      ada: {
        ...{ kind: 'stakeholder', label: 'Ada', sector: 'business', stance: 'opposes', power: 0.83 },
        contact: 'roofs@example.org',
      },
      ben: { kind: 'stakeholder', label: 'Ben', sector: 'business' },
      cleo: { kind: 'stakeholder', label: 'Cleo', sector: 'business' },
      last: {
        ...{ kind: 'stakeholder', label: 'Tenants’ league', sector: 'community', stance: 'opposes', power: 0.83 },
        contact: 'roofs@example.org',
      },
    },
    practices: {
      c1: {
        ...{ kind: 'coalition', name: 'Roofs for all', purpose: 'Nobody sleeps in a car.', rule: 'consent', at: 1 },
        decides: 'Tenants are heard first.',
        ...Object.fromEntries(inside.map((id) => [`member:${id}`, state])),
        'member:last': { state: 'in', role: 'Hosts the suppers' },
        'member:ada': { state: 'asked', askedBy: 'm0' },
        'member:ben': { state: 'to-ask' },
        'member:cleo': { state: 'not-now', askedBy: 'm0' },
      },
    },
  })
}
