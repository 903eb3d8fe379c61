import { succeed } from '../base/result'
import type { Command } from '../commands/command'
import { nameStep, refuse } from '../commands/findRecords'
import { findOverLimit } from '../commands/newRecords'
import { toRecordFields } from '../model/mapFile'
import type { RecordChange } from '../model/mapPatch'
import type { Taken } from './taken'

/**
 * Puts what was deleted back where it was, with those of its links whose ends are there, and selects
 * it; of links that were deleted alone, those. What has come back by itself meanwhile stays as it is; if
 * all has, `nothing-to-do`.
 *
 * It comes back under its own ids: if whoever deleted it takes that back at the same moment, there is
 * one of it and not two, and links that this page never saw hang together again. Not a command to be
 * called by name from outside, since its records bring along who made them and when (CMD-18).
 */
export const putBack: Command<Omit<Taken, 'changed'>> = (view, taken) => {
  const elements = [...taken.elements.values()].filter(({ id }) => !view.elements.has(id))
  const back = new Set(elements.map(({ id }) => id))
  const isThere = (id: (typeof elements)[number]['id']): boolean => back.has(id) || view.elements.has(id)
  const links = [...taken.links.values()].filter(
    ({ id, from, to }) => !view.links.has(id) && isThere(from) && isThere(to),
  )
  if (elements.length === 0 && (taken.elements.size > 0 || links.length === 0)) return refuse('nothing-to-do')
  const over = findOverLimit(view, { elements: elements.length, links: links.length })
  if (over !== undefined) return over
  const changes: RecordChange[] = elements.map((element) => ({
    kind: 'create',
    root: 'elements',
    id: element.id,
    fields: toRecordFields(element),
  }))
  for (const [viewId, places] of taken.positions) {
    for (const [id, position] of places) {
      if (back.has(id)) changes.push({ kind: 'place', view: viewId, id, position })
    }
  }
  for (const link of links) changes.push({ kind: 'create', root: 'links', id: link.id, fields: toRecordFields(link) })
  const [label, select] =
    elements.length > 0
      ? [nameStep('put-back', elements), { elements: [...back], links: [] }]
      : [nameStep('put-back', links), { elements: [], links: links.map(({ id }) => id) }]
  return succeed({ changes, label, select })
}
