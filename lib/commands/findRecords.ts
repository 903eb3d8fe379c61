import type { ElementId, LinkId } from '../base/ids'
import { fail, succeed, type Failure, type Result } from '../base/result'
import type { MapElement } from '../model/element'
import type { MapLink } from '../model/link'
import type { Stayed } from '../model/mapPatch'
import type { MapView } from '../model/mapView'
import type { CommandProblem, ProblemCode } from './command'

/** A reason why not, with the word, number or id it is about. */
export function refuse(code: ProblemCode, subject?: string): Failure<CommandProblem> {
  return fail(subject === undefined ? { code } : { code, subject })
}

/** The element, or `not-found`. */
export function findElement(view: MapView, id: ElementId): Result<MapElement, CommandProblem> {
  const element = view.elements.get(id)
  return element === undefined ? refuse('not-found', id) : succeed(element)
}

/** The link, or `not-found`. */
export function findLink(view: MapView, id: LinkId): Result<MapLink, CommandProblem> {
  const link = view.links.get(id)
  return link === undefined ? refuse('not-found', id) : succeed(link)
}

/**
 * Those of `ids` that are on the map and not locked, each once. Of several, locked ones are passed
 * over; if nothing but locked ones is left, that is the problem.
 */
export function findUnlocked(
  view: MapView,
  ids: Iterable<ElementId>,
): Result<readonly [MapElement, ...MapElement[]], CommandProblem> {
  const found: MapElement[] = []
  const locked: MapElement[] = []
  let missing: string | undefined
  for (const id of new Set(ids)) {
    const element = view.elements.get(id)
    if (element === undefined) missing = id
    else if (element.locked === true) locked.push(element)
    else found.push(element)
  }
  const [first, ...rest] = found
  if (first !== undefined) return succeed([first, ...rest])
  if (locked.length > 0) return fail(describeLocked(locked))
  return missing === undefined ? refuse('nothing-to-do') : refuse('not-found', missing)
}

/** Says of elements that are locked which they are: the first that has a name, and how many more. */
export function describeLocked(locked: readonly MapElement[]): CommandProblem & Stayed {
  const name = locked.find(({ label }) => label.trim() !== '')?.label
  return {
    code: locked.some(({ seal }) => seal?.keeps === true) ? 'sealed' : 'locked',
    ...(name === undefined ? {} : { subject: name }),
    ...(locked.length > 1 ? { others: locked.length - 1 } : {}),
  }
}

/** For a patch that passes over the locked ones among `ids`: which they are, if there are any. */
export function noteLocked(view: MapView, ids: Iterable<ElementId>): { readonly stayed?: Stayed } {
  const locked = [...new Set(ids)]
    .flatMap((id) => view.elements.get(id) ?? [])
    .filter((element) => element.locked === true)
  return locked.length === 0 ? {} : { stayed: describeLocked(locked) }
}

/** Those of `ids` that are on the map, each once. */
export function findLinks(
  view: MapView,
  ids: Iterable<LinkId>,
): Result<readonly [MapLink, ...MapLink[]], CommandProblem> {
  const wanted = [...new Set(ids)]
  const [first, ...rest] = wanted.flatMap((id) => view.links.get(id) ?? [])
  if (first !== undefined) return succeed([first, ...rest])
  return wanted[0] === undefined ? refuse('nothing-to-do') : refuse('not-found', wanted[0])
}

/** Names a step: by its label if it is about one thing, else by how many. */
export function nameStep<Step extends string>(
  step: Step,
  records: readonly { readonly label?: string | undefined }[],
): { readonly step: Step; readonly count: number; readonly name?: string } {
  const only = records.length === 1 ? records[0]?.label : undefined
  return only === undefined || only === ''
    ? { step, count: records.length }
    : { step, count: records.length, name: only }
}
