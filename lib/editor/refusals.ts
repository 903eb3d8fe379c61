import type { ElementId } from '../base/ids'
import type { Result } from '../base/result'
import type { Command, CommandProblem } from '../commands/command'
import { deleteRecords } from '../commands/deleteRecords'
import { duplicateElements } from '../commands/duplicateElements'
import { describeLocked } from '../commands/findRecords'
import { mergeElements, toMerge } from '../commands/mergeElements'
import { placeElements } from '../commands/placeElements'
import { setLocked } from '../commands/setLocked'
import type { MapElement } from '../model/element'
import type { MapLink } from '../model/link'
import type { MapPatch } from '../model/mapPatch'
import type { MapView } from '../model/mapView'
import { boardView } from '../model/position'

/** What a command would come to if it was run now. */
export type Attempt = <Input>(command: Command<Input>, input: Input) => Result<MapPatch, CommandProblem>

/** What can be done to what is selected, each a kind of act that is refused, or not, as one. */
export const actKinds = ['change', 'move', 'arrange', 'lock', 'double', 'merge', 'remove'] as const
export type ActKind = (typeof actKinds)[number]

/** Why an act would come to nothing; left out where at least something would be done. */
export type Refusals = Readonly<Partial<Record<ActKind, CommandProblem>>>

/** Locks of all kinds; what else may stand against an act is said when it is tried. */
const lockCodes: readonly string[] = ['locked', 'sealed', 'layout', 'not-yours']

/**
 * Why nothing of some elements and links can be changed, moved, locked or unlocked, doubled, merged or deleted by this person now.
 * The one place that knows, for all menus, bars and panels: it asks the commands themselves, with what is protected laid over
 * the map. Cost: some patches that are made and thrown away; linear in what is selected and, for merging and deleting, in the links.
 */
export function findRefusals(
  view: MapView,
  { elements, links }: { readonly elements: readonly MapElement[]; readonly links: readonly MapLink[] },
  attempt: Attempt,
): Refusals {
  const ids = elements.map(({ id }) => id)
  const lockOf = <Input>(command: Command<Input>, input: Input): CommandProblem | undefined =>
    onlyLocks(attempt(command, input))
  const found: { [Kind in ActKind]?: CommandProblem | undefined } = { change: whyUnchanged(elements, links) }
  if (elements.length + links.length > 0) {
    found.remove = lockOf(deleteRecords, { elements: ids, links: links.map(({ id }) => id) })
  }
  if (elements.length > 0) {
    found.move = whyUnmoved(view, ids, attempt)
    found.arrange = whyUnarranged(view, ids, attempt)
    found.lock = lockOf(setLocked, { ids, locked: !elements.every(({ locked }) => locked === true) })
    found.double = lockOf(duplicateElements, { elements: ids, offset: { x: 24, y: 24 } })
  }
  if (elements.length > 1) found.merge = lockOf(mergeElements, toMerge(view, ids))
  return found as Refusals
}

/** Why none of some elements can be moved, if so. */
export function whyUnmoved(view: MapView, ids: Iterable<ElementId>, attempt: Attempt): CommandProblem | undefined {
  return onlyLocks(tryMoving(view, ids, attempt))
}

/**
 * Why some elements are not arranged anew, if so: none of them can be moved, or the layout is locked. There the few that one
 * may move would be set out around places that the others never take. Cost: linear in the elements.
 */
export function whyUnarranged(view: MapView, ids: Iterable<ElementId>, attempt: Attempt): CommandProblem | undefined {
  const moved = tryMoving(view, ids, attempt)
  return moved.ok && moved.value.stayed?.code === 'layout' ? { code: 'layout' } : onlyLocks(moved)
}

function tryMoving(view: MapView, ids: Iterable<ElementId>, attempt: Attempt): Result<MapPatch, CommandProblem> {
  const places = view.positions.get(boardView)
  const positions = new Map(
    Array.from(ids).flatMap((id) => {
      const place = places?.get(id)
      // Somewhere else: whether it may move is asked, not where to.
      return place === undefined ? [] : [[id, { ...place, x: place.x + 1 }] as const]
    }),
  )
  return attempt(placeElements, { positions })
}

function onlyLocks(result: Result<MapPatch, CommandProblem>): CommandProblem | undefined {
  return !result.ok && lockCodes.includes(result.reason.code) ? result.reason : undefined
}

function whyUnchanged(elements: readonly MapElement[], links: readonly MapLink[]): CommandProblem | undefined {
  const isKept = elements.every(({ locked }) => locked === true) && links.every(({ seal }) => seal?.keeps === true)
  if (!isKept || elements.length + links.length === 0) return undefined
  if (elements.length > 0) return describeLocked(elements)
  return { code: 'sealed', ...(links.length > 1 ? { others: links.length - 1 } : {}) }
}
