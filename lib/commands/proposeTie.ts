import type { ElementId } from '../base/ids'
import { succeed } from '../base/result'
import type { MapElement } from '../model/element'
import type { MapView } from '../model/mapView'
import type { Position } from '../model/position'
import type { Command } from './command'
import { findElement, nameStep, refuse } from './findRecords'
import { findOverLimit, makeElement, makeLink } from './newRecords'

export interface ProposeTieInput {
  readonly ends: readonly [ElementId, ElementId]
  /** Where the action is to stand. */
  readonly at: Position
  /** What the action says, such as "Connect A and B". */
  readonly label: string
  /** What is said of it besides, such as who could introduce the two. */
  readonly description?: string | undefined
}

/**
 * Puts the proposal of a tie on the map: an action with a contribution to either end. The tie itself is for the two to
 * make. One step. Refused if there is such an action already (`findProposal`).
 *
 * @example
 * editor.run(proposeTie, { ends: [tenants, council], at: { x: 0, y: 0 }, label: 'Connect Tenants and City council' })
 */
export const proposeTie: Command<ProposeTieInput> = (view, { ends, at, label, description = '' }, context) => {
  const over = findOverLimit(view, { elements: 1, links: 2 })
  if (over !== undefined) return over
  if (findProposal(view, ends) !== undefined) return refuse('nothing-to-do')
  const action = makeElement(view, { kind: 'action', at, label, fields: { act: 'connect', description } }, context)
  if (!action.ok) return action
  const changes = [...action.value.changes]
  // Only its kind, id and label matter to a link.
  const stub = { id: action.value.id, kind: 'action', label } as MapElement
  for (const end of ends) {
    const found = findElement(view, end)
    if (!found.ok) return found
    const link = makeLink(view, stub, found.value, { kind: 'contribution' }, context)
    if (!link.ok) return link
    changes.push(...link.value.changes)
  }
  return succeed({
    changes,
    label: nameStep('added', [{ label }]),
    select: { elements: [action.value.id], links: [] },
  })
}

/** The action that contributes to both, if there is one. Cost: linear in links. */
export function findProposal(
  view: Pick<MapView, 'elements' | 'links'>,
  [one, other]: readonly [ElementId, ElementId],
): ElementId | undefined {
  const reached = new Map<ElementId, Set<ElementId>>()
  for (const { kind, from, to } of view.links.values()) {
    if (kind !== 'contribution' || (to !== one && to !== other)) continue
    if (view.elements.get(from)?.kind !== 'action') continue
    const ends = reached.get(from) ?? new Set()
    reached.set(from, ends.add(to))
  }
  return [...reached].find(([, ends]) => ends.size === 2)?.[0]
}
