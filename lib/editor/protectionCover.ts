import type { ElementId, LinkId, ViewId } from '../base/ids'
import { fail, succeed } from '../base/result'
import type { CommandProblem } from '../commands/command'
import { describeLocked } from '../commands/findRecords'
import { createHiding } from '../geometry/withoutHidden'
import type { MapElement } from '../model/element'
import type { Seal } from '../model/seal'
import type { MapLink } from '../model/link'
import type { RecordChange, Stayed } from '../model/mapPatch'
import type { MapView } from '../model/mapView'
import { findForbidden, isSameEnds, type Edit, type Forbidden, type MapFacts } from '../practice/forbidden'
import type { Protection } from '../practice/protection'
import type { Cover } from './coveredMap'
import { standsInHidden, takeLinksAlong } from './hiddenPlaces'

/** As whom one is kept from something. */
export interface Covered {
  /** The word that marks a hidden frame for those who run the meeting. */
  readonly hiddenWord?: string
  readonly protection: Protection
  /** They run the meeting: nothing is kept from them. */
  readonly isFree: boolean
  /** True of what the server, or this page, knows that this person added; `since` a moment, where it is given. */
  readonly isOwn: (root: 'elements' | 'links', id: string, since?: number) => boolean
}

/**
 * What a meeting's locks come to on one person's page: locked things say so, and what a patch may not do is left out of it
 * beforehand, by the rules that the server judges by. Cost: nothing for what stays the same from one map to the next.
 */
export function coverProtection({ protection, isFree, isOwn, hiddenWord = '' }: Covered): Cover {
  const elements = new Set<string>(protection.elements)
  const links = new Set<string>(protection.links)
  const shownElements = new WeakMap<MapElement, MapElement>()
  const shownLinks = new WeakMap<MapLink, MapLink>()
  const hide = createHiding(isFree ? [] : (protection.hidden ?? []))
  const veils = new Set<string>(isFree ? protection.hidden : [])
  const veil = (element: MapElement): MapElement => ({ ...element, veil: hiddenWord })
  const veiled = new WeakMap<MapElement, MapElement>()
  let lastVeils: { readonly from: unknown; readonly to: MapView['elements'] } | undefined
  const sealElement = (element: MapElement): MapElement => {
    const seal: Seal = { keeps: !isFree, locked: element.locked }
    return isFree ? { ...element, seal } : { ...element, seal, locked: true }
  }
  const sealLink = (link: MapLink): MapLink => ({ ...link, seal: { keeps: !isFree } })
  let last: { readonly map: MapView; readonly shown: MapView } | undefined
  let lastElements: { readonly from: unknown; readonly to: MapView['elements'] } | undefined
  let lastLinks: { readonly from: unknown; readonly to: MapView['links'] } | undefined

  return {
    show(whole) {
      const map = hide(whole).view
      if (elements.size + links.size + veils.size === 0) return map
      if (last?.map === map) return last.shown
      if (lastElements?.from !== map.elements) {
        lastElements = {
          from: map.elements,
          to: mark(map.elements, elements, shownElements, sealElement),
        }
      }
      if (lastLinks?.from !== map.links) {
        lastLinks = { from: map.links, to: mark(map.links, links, shownLinks, sealLink) }
      }
      if (lastVeils?.from !== lastElements.to) {
        lastVeils = { from: lastElements.to, to: mark(lastElements.to, veils, veiled, veil) }
      }
      last = { map, shown: { ...map, elements: lastVeils.to, links: lastLinks.to } }
      return last.shown
    },
    allow(map, patch) {
      if (isFree) return succeed(patch)
      const { hidden } = hide(map)
      if (hidden.size > 0 && standsInHidden(map, patch, hidden)) return fail({ code: 'hidden-here' })
      const facts: MapFacts = {
        has: (root, id) => map[root].has(id as ElementId & LinkId),
        endsOf(id) {
          const link = map.links.get(id as LinkId)
          return link === undefined ? [] : [link.from, link.to]
        },
        hasPlace: (view, id) => map.positions.get(view as ViewId)?.has(id as ElementId) === true,
        addition: (root, id) => {
          if (!isOwn(root, id)) return undefined
          const isSince = protection.layout !== undefined && isOwn(root, id, protection.layout)
          return { by: 'self', at: isSince ? (protection.layout ?? 0) : -1 }
        },
        isHidden: (id) => hidden.has(id as ElementId),
      }
      const whole = hidden.size === 0 ? patch : takeLinksAlong(map, patch, hidden)
      const forbidden = findForbidden(
        protection,
        whole.changes.flatMap((change) => toEdits(map, change)),
        facts,
        'self',
      )
      if (forbidden === undefined) return succeed(whole)
      const joined = new Set<string>(protection.links.flatMap(facts.endsOf))
      const problem = describe(
        hide(map).view,
        forbidden,
        (id) => elements.has(id) || joined.has(id) || hidden.has(id as ElementId),
      )
      const changes = whole.changes.filter((change) => !isForbidden(forbidden, change))
      const isWhole = changes.length === whole.changes.length
      if (changes.length === 0 || (patch.whole === true && !isWhole)) return fail(problem)
      return succeed(isWhole ? whole : { ...whole, changes, stayed: problem })
    },
  }
}

function mark<Id extends string, Value extends object>(
  all: ReadonlyMap<Id, Value>,
  held: ReadonlySet<string>,
  known: WeakMap<Value, Value>,
  cover: (value: Value) => Value,
): ReadonlyMap<Id, Value> {
  const marked = new Map(all)
  for (const id of held as ReadonlySet<Id>) {
    const value = all.get(id)
    if (value === undefined) continue
    const shown = known.get(value) ?? cover(value)
    known.set(value, shown)
    marked.set(id, shown)
  }
  return marked
}

function toEdits(map: MapView, change: RecordChange): readonly Edit[] {
  if (change.kind === 'place') return [{ kind: 'place', view: change.view, id: change.id }]
  if (change.kind === 'meta' || (change.root !== 'elements' && change.root !== 'links')) return []
  const { root, id, kind } = change
  if (kind === 'set' && root === 'links' && isLedElsewhere(map.links.get(id as LinkId), change.fields)) {
    return [{ kind: 'unmake', root, id }]
  }
  return [{ kind: kind === 'create' ? 'put' : kind === 'delete' ? 'delete' : 'change', root, id }]
}

function isLedElsewhere(link: MapLink | undefined, fields: Readonly<Record<string, unknown>>): boolean {
  if (link === undefined || !('from' in fields || 'to' in fields)) return false
  const { from, to } = link
  return !isSameEnds({ from, to }, { from, to, ...fields })
}

function isForbidden({ elements, links, places }: Forbidden, change: RecordChange): boolean {
  if (change.kind === 'place') return places.some(({ view, id }) => view === change.view && id === change.id)
  if (change.kind === 'meta') return false
  return (change.root === 'elements' && elements.has(change.id)) || (change.root === 'links' && links.has(change.id))
}

/** @param isLocked true of elements that are locked, or that a locked link joins; what is refused with them has other reasons */
function describe(
  map: MapView,
  { reason, elements, links, places }: Forbidden,
  isLocked: (id: string) => boolean,
): CommandProblem & Stayed {
  if (reason !== 'locked') return { code: reason }
  const held = [...elements, ...places.map(({ id }) => id)]
    .filter(isLocked)
    .flatMap((id) => map.elements.get(id as ElementId) ?? [])
  if (held.length === 0 && links.size > 0)
    return { code: 'sealed', ...(links.size > 1 ? { others: links.size - 1 } : {}) }
  return { ...describeLocked([...new Set(held)]), code: 'sealed' }
}
