import type { ElementId, LinkId } from '../base/ids'
import type { Polarity } from '../model/causalLink'
import type { ElementKind } from '../model/element'
import type { LinkKind } from '../model/link'
import type { MapView } from '../model/mapView'
import type { ComparedLoop } from './compareLoops'
import type { MapComparison } from './compareMaps'
import type { LoopKind } from './loop'

/** Moves told one by one; of more, how many. */
export const mostMoves = 5

/** The parts of one sentence. Which words go round them is the catalogue's (messages, `changes`). */
export type ChangeSaying =
  | { readonly says: 'title'; readonly before: string; readonly after: string }
  | { readonly says: 'about-map'; readonly fields: readonly string[] }
  | { readonly says: 'added'; readonly kind: ElementKind; readonly name: string }
  /** `withLinks`: how many links went with it; left out where none did. */
  | { readonly says: 'removed'; readonly kind: ElementKind; readonly name: string; readonly withLinks?: number }
  | { readonly says: 'renamed'; readonly before: string; readonly after: string }
  | { readonly says: 'edited'; readonly name: string; readonly fields: readonly string[] }
  | { readonly says: 'moved'; readonly name: string }
  | { readonly says: 'moved-many'; readonly count: number }
  | ({ readonly says: 'link-added' | 'link-removed'; readonly kind: LinkKind; readonly sign?: Polarity } & Ends)
  | ({ readonly says: 'sign'; readonly before: Polarity; readonly after: Polarity } & Ends)
  | ({ readonly says: 'delay-on' | 'delay-off' } & Ends)
  | ({ readonly says: 'reconnected'; readonly before: Ends } & Ends)
  | ({ readonly says: 'link-edited'; readonly fields: readonly string[] } & Ends)
  | ({ readonly says: 'loop-gained' | 'loop-broken' } & ToldLoop)
  | ({ readonly says: 'loop-flipped'; readonly before: LoopKind } & ToldLoop)
  | ({ readonly says: 'loop-renamed'; readonly before: string } & ToldLoop)

interface Ends {
  readonly from: string
  readonly to: string
}

interface ToldLoop {
  readonly kind: LoopKind
  /** As people named it; '' for none. */
  readonly name: string
  /** Labels on the way round, each once. */
  readonly way: readonly string[]
}

/** One thing that changed, and where on the map it is. */
export type ToldChange = ChangeSaying & {
  readonly of: 'map' | 'elements' | 'links' | 'loops'
  readonly elements: readonly ElementId[]
  readonly links: readonly LinkId[]
}

/**
 * A comparison as sentences, in the order in which people want them: the map itself, elements, links, loops; what came,
 * what went, what is otherwise. Labels are those of the map that the thing is in: of what is gone, as it was.
 * A link that went because its end was removed is counted there, and not told of by itself. Names may be empty.
 * Cost: linear in the comparison.
 */
export function tellChanges(before: MapView, after: MapView, comparison: MapComparison): readonly ToldChange[] {
  const { title, meta, elements, links, loops } = comparison
  const labelIn = (view: MapView, id: ElementId): string => view.elements.get(id)?.label ?? ''
  const endsIn = (view: MapView, { from, to }: { readonly from: ElementId; readonly to: ElementId }): Ends => ({
    from: labelIn(view, from),
    to: labelIn(view, to),
  })
  const ofMap = (saying: ChangeSaying): ToldChange => ({ ...saying, of: 'map', elements: [], links: [] })
  const ofElement = (saying: ChangeSaying, ...ids: readonly ElementId[]): ToldChange => ({
    ...saying,
    of: 'elements',
    elements: ids,
    links: [],
  })
  const ofLink = (saying: ChangeSaying, id: LinkId): ToldChange => ({
    ...saying,
    of: 'links',
    elements: [],
    links: [id],
  })
  const ofLoop = (saying: ChangeSaying, loop: ComparedLoop): ToldChange => ({
    ...saying,
    of: 'loops',
    elements: loop.variables,
    links: loop.links,
  })
  const tellLoop = (view: MapView, { kind, name, variables }: ComparedLoop): ToldLoop => ({
    kind,
    name,
    way: variables.map((id) => labelIn(view, id)),
  })
  const linkNow = (id: LinkId, tell: (ends: Ends) => ChangeSaying): readonly ToldChange[] => {
    const link = after.links.get(id)
    return link === undefined ? [] : [ofLink(tell(endsIn(after, link)), id)]
  }
  const fieldNames = (fields: readonly { readonly field: string }[]): readonly string[] =>
    fields.map(({ field }) => field)
  const gone = new Set(elements.removed.map(({ id }) => id))
  // Between two that are gone it went with the one that it came from.
  const goneWith = new Map<ElementId, number>()
  for (const { from, to } of links.removed) {
    const end = gone.has(from) ? from : to
    goneWith.set(end, (goneWith.get(end) ?? 0) + 1)
  }

  return [
    ...(title === undefined ? [] : [ofMap({ says: 'title', ...title })]),
    ...(meta.length === 0 ? [] : [ofMap({ says: 'about-map', fields: fieldNames(meta) })]),

    ...elements.added.map(({ id, kind, label }) => ofElement({ says: 'added', kind, name: label }, id)),
    ...elements.removed.map(({ id, kind, label }) => {
      const withLinks = goneWith.get(id) ?? 0
      return ofElement({ says: 'removed', kind, name: label, ...(withLinks === 0 ? {} : { withLinks }) }, id)
    }),
    ...elements.renamed.map(({ id, ...names }) => ofElement({ says: 'renamed', ...names }, id)),
    ...elements.edited.map(({ id, fields }) =>
      ofElement({ says: 'edited', name: labelIn(after, id), fields: fieldNames(fields) }, id),
    ),
    ...(elements.moved.length > mostMoves
      ? [ofElement({ says: 'moved-many', count: elements.moved.length }, ...elements.moved.map(({ id }) => id))]
      : elements.moved.map(({ id }) => ofElement({ says: 'moved', name: labelIn(after, id) }, id))),

    ...links.added.map((link) => ofLink({ says: 'link-added', ...kindOf(link), ...endsIn(after, link) }, link.id)),
    ...links.removed
      .filter(({ from, to }) => !gone.has(from) && !gone.has(to))
      .map((link) => ofLink({ says: 'link-removed', ...kindOf(link), ...endsIn(before, link) }, link.id)),
    ...links.reSigned.flatMap(({ id, ...signs }) => linkNow(id, (ends) => ({ says: 'sign', ...signs, ...ends }))),
    ...links.delayChanged.flatMap(({ id, delayed }) =>
      linkNow(id, (ends) => ({ says: delayed ? 'delay-on' : 'delay-off', ...ends })),
    ),
    ...links.reconnected.map((one) =>
      ofLink({ says: 'reconnected', before: endsIn(before, one.before), ...endsIn(after, one.after) }, one.id),
    ),
    ...links.edited.flatMap(({ id, fields }) =>
      linkNow(id, (ends) => ({ says: 'link-edited', fields: fieldNames(fields), ...ends })),
    ),

    ...loops.gained.map((loop) => ofLoop({ says: 'loop-gained', ...tellLoop(after, loop) }, loop)),
    ...loops.broken.map((loop) => ofLoop({ says: 'loop-broken', ...tellLoop(before, loop) }, loop)),
    ...loops.flipped.map((loop) =>
      ofLoop({ says: 'loop-flipped', ...tellLoop(after, loop), before: loop.before }, loop),
    ),
    ...loops.renamed.map(({ loop, before: name }) =>
      ofLoop({ says: 'loop-renamed', ...tellLoop(after, loop), before: name }, loop),
    ),
  ]
}

function kindOf(link: MapComparison['links']['added'][number]): {
  readonly kind: LinkKind
  readonly sign?: Polarity
} {
  return link.kind === 'causal' ? { kind: link.kind, sign: link.polarity ?? '?' } : { kind: link.kind }
}
