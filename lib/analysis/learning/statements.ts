import type { ElementId, LinkId } from '../../base/ids'
import { compareValues } from '../../base/textOrder'
import type { Polarity } from '../../model/causalLink'
import type { ElementKind } from '../../model/element'
import type { LinkKind, MapLink } from '../../model/link'
import type { MapView } from '../../model/mapView'
import { tieTypesOf, wayOfTie } from '../../model/tie'

/** What a map claims of its system: frames, notes, texts and pictures claim nothing. */
const claimingKinds: ReadonlySet<ElementKind> = new Set(['variable', 'stakeholder', 'action'])

/** One thing that a map says of two of its elements, however many parallel links say it. */
export interface Statement {
  /** The same for the same statement of another map, where both have the same ids (`alignMap`). */
  readonly key: string
  readonly kind: LinkKind
  readonly from: ElementId
  readonly to: ElementId
  /** Of a causal link; `?` where nobody said one, or parallel links differ. */
  readonly sign: Polarity | undefined
  /** Of a causal link: one of those that say it acts late. */
  readonly delayed: boolean
  /** The links that say it; the first is the one that it is known by. */
  readonly links: readonly [LinkId, ...LinkId[]]
}

/** A map as what two maps can share. */
export interface Statements {
  readonly elements: ReadonlySet<ElementId>
  /** Variables, and whatever else a causal link touches: what a distance ratio is about. */
  readonly variables: ReadonlySet<ElementId>
  readonly links: ReadonlyMap<string, Statement>
}

/** What a map says, each thing once. Cost: linear. */
export function readStatements(view: Pick<MapView, 'elements' | 'links' | 'meta'>): Statements {
  const elements = new Set<ElementId>()
  const variables = new Set<ElementId>()
  for (const { id, kind } of view.elements.values()) {
    if (claimingKinds.has(kind)) elements.add(id)
    if (kind === 'variable') variables.add(id)
  }
  const links = new Map<string, Statement>()
  for (const link of view.links.values()) {
    if (link.kind === 'causal') for (const end of [link.from, link.to]) variables.add(end)
    if (!elements.has(link.from) || !elements.has(link.to)) continue
    const key = keyOf(link, view)
    const known = links.get(key)
    const sign = link.kind === 'causal' ? (link.polarity ?? '?') : undefined
    const delayed = link.kind === 'causal' && link.delay === true
    if (known === undefined) {
      links.set(key, { key, kind: link.kind, from: link.from, to: link.to, sign, delayed, links: [link.id] })
    } else {
      links.set(key, {
        ...known,
        sign: known.sign === sign ? sign : '?',
        delayed: known.delayed || delayed,
        links: [...known.links, link.id],
      })
    }
  }
  return { elements, variables, links }
}

function keyOf(link: MapLink, view: Pick<MapView, 'meta'>): string {
  const { kind, from, to } = link
  if (kind !== 'tie') return [kind, from, to].join(' ')
  const isOneWay = wayOfTie(link, tieTypesOf(view.meta)) === 'one-way'
  const ends = isOneWay ? [from, to] : [from, to].sort(compareValues)
  return [kind, link.type ?? '', isOneWay ? '>' : '-', ...ends].join(' ')
}
