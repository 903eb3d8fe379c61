import type { ElementId, LinkId } from '../base/ids'
import { readClosedWay } from '../model/closedWay'
import { readLoopKey } from '../model/loopKey'
import type { LoopNote } from '../model/loopNote'
import type { MapView } from '../model/mapView'
import { toCausalGraph } from './causalGraph'
import {
  numberInOrder,
  numberLoops,
  readLoop,
  readReserved,
  type Loop,
  type NumberedLoop,
  type ReservedNumber,
} from './loop'

/** A loop of which people have said something, as it is now: none of its links is missing. */
export interface NotedLoop extends NumberedLoop {
  /** The key that a search finds it under: another one where its note names a link parallel to the search's. */
  readonly foundAs: string
  readonly name: string
  readonly pinned: boolean | undefined
  readonly number: number
  /** Where people put its badge, from the middle of its variables. */
  readonly at: readonly [number, number] | undefined
}

type Noted = Omit<NotedLoop, 'tag' | 'number'>

/**
 * The loops that people named, told of or pinned, with kind, delay and tag, from their links alone:
 * without a search, however large the map is. Notes of loops that have lost a link, of figures of
 * several loops and of what is no loop are left out.
 *
 * @returns by length, then by labels
 * Cost: linear in the links of the map and of the notes; next to nothing without notes.
 */
export function readNotedLoops(view: Pick<MapView, 'elements' | 'links' | 'loops'>): readonly NotedLoop[] {
  const ways: { readonly key: string; readonly note: LoopNote; readonly way: readonly LinkId[] }[] = []
  for (const [key, note] of view.loops) {
    const way = note.archetype === undefined ? readClosedWay(view, readLoopKey(key)) : undefined
    if (way !== undefined) ways.push({ key, note, way })
  }
  if (ways.length === 0) return []

  // Links beside those of a loop decide with them what its arcs say.
  const used = new Set(ways.flatMap(({ way }) => way.map((id) => endsOf(view, id))))
  const links = new Map([...view.links].filter(([id]) => used.has(endsOf(view, id))))
  const ends = new Set([...links.values()].flatMap(({ from, to }) => [from, to]))
  const elements = new Map([...view.elements].filter(([id]) => ends.has(id)))
  const graph = toCausalGraph({ elements, links })
  const arcOf = new Map(graph.links.flatMap((parallel, arc) => parallel.map((id) => [id, arc] as const)))

  const found = new Map<string, Noted>()
  for (const { key, note, way } of ways) {
    const loop = readLoop(
      graph,
      way.map((id) => arcOf.get(id) ?? 0),
    )
    const known = found.get(loop.key)
    // Two notes of one loop: the one under the key that a search finds counts, else the first by key.
    if (known !== undefined && (known.key === loop.key || (key !== loop.key && known.key < key))) continue
    const { name = '', pinned, at } = note
    const own = new Map(way.map((id) => [arcOf.get(id), id]))
    const named = loop.links.map((id) => own.get(arcOf.get(id)) ?? id)
    found.set(loop.key, { ...loop, key, links: named, foundAs: loop.key, name, pinned, at })
  }
  return numberLoops([...found.values()], labelsOf(view), keptNumbers(view.loops), reservedNumbers(view))
}

/**
 * The loops that a search found, with those that people noted in their place, numbered together: so
 * a loop has one tag wherever it is seen, and none that somebody named or pinned is missing.
 * @returns by length, then by labels
 */
export function numberWithNotes(
  loops: readonly Loop[],
  noted: readonly NotedLoop[],
  view: Pick<MapView, 'elements' | 'links' | 'loops'>,
): readonly NumberedLoop[] {
  const byFound = new Map(noted.map((loop) => [loop.foundAs, loop as Loop]))
  const merged = loops.map((loop) => {
    const own = byFound.get(loop.key)
    byFound.delete(loop.key)
    return own ?? loop
  })
  const kept = keptNumbersOf(noted, view)
  return numberLoops([...merged, ...byFound.values()], labelsOf(view), kept, reservedNumbers(view))
}

/**
 * The same for a list that is in this order already, as a worker sends it: many thousand loops are not
 * sorted again. Cost: linear, unless a noted loop is not in the list.
 */
export function numberListWithNotes(
  loops: readonly NumberedLoop[],
  noted: readonly NotedLoop[],
  view: Pick<MapView, 'elements' | 'links' | 'loops'>,
): readonly NumberedLoop[] {
  const reserved = reservedNumbers(view)
  if (noted.length === 0 && reserved.length === 0) return loops
  const own = new Map(noted.map((loop) => [loop.foundAs, loop]))
  let met = 0
  const merged = loops.map((loop) => {
    const one = own.get(loop.key)
    if (one !== undefined) met += 1
    return one ?? loop
  })
  return met < own.size
    ? numberWithNotes(loops, noted, view)
    : numberInOrder(merged, keptNumbersOf(noted, view), reserved)
}

/** Numbers of loops that people noted and that are none as things are: nobody else is to be called so meanwhile. */
function reservedNumbers(view: Pick<MapView, 'links' | 'loops'>): readonly ReservedNumber[] {
  return [...view.loops].flatMap(([key, note]) => {
    if (note.archetype !== undefined || note.number === undefined) return []
    return readClosedWay(view, readLoopKey(key)) === undefined ? (readReserved(note) ?? []) : []
  })
}

/** Numbers kept with the loops that still are loops. */
function keptNumbersOf(
  noted: readonly NotedLoop[],
  view: Pick<MapView, 'loops'>,
): ReadonlyMap<string, number | undefined> {
  const keys = new Set(noted.map(({ key }) => key))
  return new Map([...keptNumbers(view.loops)].filter(([key]) => keys.has(key)))
}

function keptNumbers(notes: MapView['loops']): ReadonlyMap<string, number | undefined> {
  return new Map([...notes].map(([key, { number }]) => [key, number]))
}

function labelsOf({ elements }: Pick<MapView, 'elements'>): (id: ElementId) => string {
  return (id) => elements.get(id)?.label ?? ''
}

function endsOf({ links }: Pick<MapView, 'links'>, id: LinkId): string {
  const link = links.get(id)
  return link?.kind === 'causal' ? `${link.from} ${link.to}` : ''
}
