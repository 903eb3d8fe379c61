import type { ElementId } from '../../../lib/base/ids'
import { readReserved, tagOf, type NumberedLoop } from '../../../lib/analysis/loop'
import type { LoopSet } from '../../../lib/analysis/loopSet'
import { examineDeclaredLoop, type DeclaredLoop } from '../../../lib/analysis/declaredLoop'
import type { LoopNote } from '../../../lib/model/loopNote'
import type { MapView } from '../../../lib/model/mapView'

export const loopFilters = ['all', 'reinforcing', 'balancing', 'undetermined', 'delayed', 'named'] as const
export type LoopFilter = (typeof loopFilters)[number]
export const loopOrders = ['named', 'shortest', 'longest'] as const
export type LoopOrder = (typeof loopOrders)[number]

export interface ListedLoop {
  readonly loop: NumberedLoop
  readonly name: string
  readonly note: string
  /** Its badge is on the map because somebody wanted it there. */
  readonly pinned: boolean
}

interface Wish {
  readonly filter: LoopFilter
  /** Only loops that pass all of these. */
  readonly through: readonly ElementId[]
  readonly order: LoopOrder
}

/** The loops that are asked for, with what people said of them, in the order that is asked for. */
export function listLoops(
  loops: readonly NumberedLoop[],
  notes: ReadonlyMap<string, LoopNote>,
  { filter, through, order }: Wish,
): readonly ListedLoop[] {
  const listed = loops
    .map((loop) => {
      const { name = '', note = '', pinned = false } = notes.get(loop.key) ?? {}
      return { loop, name, note, pinned }
    })
    .filter(({ loop }) => through.every((variable) => loop.variables.includes(variable)))
    .filter((entry) => passes(entry, filter))
  if (order === 'longest') return listed.toReversed()
  if (order === 'named') {
    const rank = ({ name, pinned }: ListedLoop): number => (pinned ? 0 : name === '' ? 2 : 1)
    return listed.toSorted((a, b) => rank(a) - rank(b))
  }
  return listed
}

/** How many of these people pinned. */
export function countPinned(loops: readonly NumberedLoop[], notes: ReadonlyMap<string, LoopNote>): number {
  return loops.filter(({ key }) => notes.get(key)?.pinned === true).length
}

/** How many of these lack a sign. */
export function countUndecided(loops: readonly Pick<NumberedLoop, 'kind'>[]): number {
  return loops.filter(({ kind }) => kind === 'undetermined').length
}

/** What is known of the loops beside those listed: there are none, so many, at least so many, or a count is under way. */
export function wholeOf(
  { loops, countComplete, counted: { total } }: Pick<LoopSet, 'loops' | 'countComplete' | 'counted'>,
  searching: boolean,
): 'all' | 'exact' | 'atLeast' | 'counting' {
  if (!countComplete) return searching ? 'counting' : 'atLeast'
  return total <= loops.length ? 'all' : 'exact'
}

function passes({ loop, name }: ListedLoop, filter: LoopFilter): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'delayed':
      return loop.delayed
    case 'named':
      return name !== ''
    default:
      return loop.kind === filter
  }
}

/** Something that people named as a loop and that is none, none any more, or noted twice. */
export interface LostLoop {
  readonly key: string
  readonly name: string
  readonly note: string
  /** What it was called, if that is kept for it. */
  readonly tag: string | undefined
  /** `doubled`: a loop of which another note is shown. */
  readonly reason: Exclude<DeclaredLoop, { readonly kind: 'loop' }> | { readonly kind: 'doubled' }
}

/**
 * What people noted that the list cannot show.
 * @param listed the loops of the list, all noted ones among them; without it, none is known to be noted twice
 * Cost: linear in the links of all noted loops.
 */
export function findLostLoops(
  view: Pick<MapView, 'links' | 'loops'>,
  listed?: readonly Pick<NumberedLoop, 'key'>[],
): readonly LostLoop[] {
  const shown = listed && new Set(listed.map(({ key }) => key))
  const lost: LostLoop[] = []
  for (const [key, note] of view.loops) {
    // A figure of several loops is no loop, and is looked after where patterns are.
    if (note.archetype !== undefined) continue
    const reason = examineDeclaredLoop(view, key)
    const reserved = readReserved(note)
    const tag = reserved && tagOf(reserved)
    const said = { key, name: note.name ?? '', note: note.note ?? '', tag }
    if (reason.kind !== 'loop') lost.push({ ...said, reason })
    else if (shown?.has(key) === false) lost.push({ ...said, reason: { kind: 'doubled' } })
  }
  return lost
}
