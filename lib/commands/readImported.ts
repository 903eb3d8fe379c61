import type { ElementId } from '../base/ids'
import { isSameJson, type Json } from '../base/json'
import { succeed } from '../base/result'
import type { MapElement } from '../model/element'
import type { RecordChange } from '../model/mapPatch'
import { movedExtraField } from '../model/movedExtra'
import { changeElement, hasField } from './changeElement'
import type { Command } from './command'
import { nameStep, noteLocked, refuse } from './findRecords'

/**
 * Reads what an import kept of elements under a name as a field that Weft has itself: each element gets the value that
 * was made of its text, and the text is not kept beside it. Who says something else in that field already, or is
 * locked, stays as it was. A value that the field cannot hold is refused. One step.
 *
 * @example
 * editor.run(readImported, { name: 'Stance', field: 'stance', values: { [id]: 'supports' } })
 */
export const readImported: Command<{
  readonly name: string
  readonly field: string
  readonly values: Readonly<Record<ElementId, Json>>
}> = (view, { name, field, values }) => {
  const changes: RecordChange[] = []
  const changed: MapElement[] = []
  const asked: ElementId[] = []
  for (const [id, value] of Object.entries(values)) {
    const element = view.elements.get(id as ElementId)
    if (element?.extra?.[name] === undefined || !hasField(view, element.kind, field)) continue
    asked.push(element.id)
    if (element.locked === true || !mayRead(element, field, value)) continue
    const change = changeElement(view, element, { [field]: value })
    if (!change.ok) return change
    const said = change.value?.kind === 'set' ? change.value.fields : {}
    changes.push({ kind: 'set', root: 'elements', id: element.id, fields: { ...said, [movedExtraField(name)]: null } })
    changed.push(element)
  }
  if (asked.length === 0) return refuse('not-found', name)
  if (changes.length === 0) return refuse('nothing-to-do')
  return succeed({ changes, label: nameStep('edited', changed), ...noteLocked(view, asked) })
}

/** True where the field is empty, or says just that. */
export function mayRead(element: MapElement, field: string, value: Json): boolean {
  const now = (element as unknown as Readonly<Record<string, Json | undefined>>)[field]
  const isEmpty = now === undefined || now === '' || (Array.isArray(now) && now.length === 0)
  return isEmpty || isSameJson(now, value)
}
