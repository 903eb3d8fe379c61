import type { ElementId, LinkId } from '../../../lib/base/ids'
import { computeScene, type Scene } from '../../../lib/geometry/scene'
import type { MapElement } from '../../../lib/model/element'
import type { MapLink } from '../../../lib/model/link'
import { emptyMapView, type MapView } from '../../../lib/model/mapView'
import { boardView, type Position } from '../../../lib/model/position'

type Piece = Omit<Partial<MapElement>, 'kind'> & { readonly kind: MapElement['kind']; readonly at: Position }
interface Tie {
  readonly kind: MapLink['kind']
  readonly from: string
  readonly to: string
  readonly polarity?: '+' | '-' | '?'
  readonly delay?: boolean
}

/** A map view from a short description. */
export function makeView(pieces: Readonly<Record<string, Piece>>, ties: Readonly<Record<string, Tie>> = {}): MapView {
  const elements = new Map<ElementId, MapElement>()
  const board = new Map<ElementId, Position>()
  for (const [key, { at, ...fields }] of Object.entries(pieces)) {
    const id = key as ElementId
    elements.set(id, { description: '', label: key, ...fields, id } as MapElement)
    board.set(id, at)
  }
  const links = new Map<LinkId, MapLink>()
  for (const [key, fields] of Object.entries(ties)) {
    links.set(key as LinkId, { description: '', ...fields, id: key } as MapLink)
  }
  return {
    ...emptyMapView({ schemaVersion: 1, title: '', description: '' }),
    elements,
    links,
    positions: new Map([[boardView, board]]),
  }
}

/**
 * Workload at the origin, Turnover 300 to its right, Vacancies 200 below; causal links W→T and T→V;
 * a frame Homes far right with a variable Repairs in it, and a note far left.
 */
export const sampleView: MapView = makeView(
  {
    workload: { kind: 'variable', label: 'Workload', at: { x: 0, y: 0 } },
    turnover: { kind: 'variable', label: 'Turnover', at: { x: 300, y: 0 } },
    vacancies: { kind: 'variable', label: 'Vacancies', at: { x: 0, y: 200 } },
    homes: { kind: 'frame', label: 'Homes', at: { x: 900, y: 0, width: 300, height: 300 } },
    repairs: { kind: 'variable', label: 'Repairs', at: { x: 900, y: 60 } },
    note: { kind: 'note', label: 'Ask', at: { x: -500, y: 0, width: 160, height: 100 } },
    locked: { kind: 'variable', label: 'Locked', at: { x: 0, y: -300 }, locked: true },
  },
  {
    wt: { kind: 'causal', from: 'workload', to: 'turnover', polarity: '+' },
    tv: { kind: 'causal', from: 'turnover', to: 'vacancies' },
  },
)

export const sampleScene: Scene = computeScene(sampleView, boardView)
