import { textOf, type Json } from '../base/json'
import type { ElementId, LinkId } from '../base/ids'
import { readLoopKey } from '../model/loopKey'
import type { MapPatch, PatchLabel, RecordChange } from '../model/mapPatch'
import type { MapView } from '../model/mapView'

/**
 * The label of a step with what it is about: the first element that has a name, or the ends of the
 * first link; what it was called before; and the one field that it changes.
 *
 * Cost: one pass over the changes.
 * @param view the map before the step
 */
export function describeStep(view: MapView, { changes, label }: Pick<MapPatch, 'changes' | 'label'>): PatchLabel {
  const made = new Map<string, string>()
  for (const change of changes) {
    if (change.kind === 'create' && change.root === 'elements') made.set(change.id, textOf(change.fields['label']))
  }
  const labelOf = (id: string): string => made.get(id) ?? view.elements.get(id as ElementId)?.label ?? ''
  // What was renamed is called as it is now, which may be nothing.
  const given = label.name?.trim() === '' ? undefined : label.name
  const name = given ?? (label.step === 'renamed' ? undefined : findName(changes, labelOf))
  const isAboutElements = changes.some((change) => isOfElement(change))
  const ends = isAboutElements ? undefined : findEnds(view, changes, labelOf)
  const field = findField(changes)
  const before = label.step === 'renamed' ? findOldName(view, changes) : undefined
  const { name: _, ...rest } = label
  return {
    ...rest,
    // The ends say it better than a name made of them.
    ...(name === undefined || (ends !== undefined && !keepsName.includes(label.step)) ? {} : { name }),
    ...(ends === undefined ? {} : { ends }),
    ...(field === undefined ? {} : { field }),
    ...(before === undefined ? {} : { before }),
  }
}

/** Steps on loops: their name is the loop's own. */
const keepsName: readonly string[] = ['named-loop', 'pinned-loop', 'unpinned-loop', 'moved-badge', 'let-loop-go']

function isOfElement(change: RecordChange): boolean {
  return change.kind === 'place' || (change.kind !== 'meta' && change.root === 'elements')
}

function findName(changes: readonly RecordChange[], labelOf: (id: string) => string): string | undefined {
  for (const change of changes) {
    const name = change.kind !== 'meta' && isOfElement(change) ? labelOf(change.id).trim() : ''
    if (name !== '') return name
  }
  return undefined
}

function findEnds(
  view: MapView,
  changes: readonly RecordChange[],
  labelOf: (id: string) => string,
): PatchLabel['ends'] {
  for (const change of changes) {
    if (change.kind === 'meta' || change.kind === 'place') continue
    const id = change.root === 'loops' ? readLoopKey(change.id)[0] : change.root === 'links' ? change.id : undefined
    const link = id === undefined ? undefined : view.links.get(id as LinkId)
    const said: Readonly<Record<string, Json | undefined>> =
      change.root === 'links' && change.kind !== 'delete' ? change.fields : {}
    const [from, to] = [said['from'] ?? link?.from, said['to'] ?? link?.to]
    if (from !== undefined && to !== undefined) return [labelOf(textOf(from)).trim(), labelOf(textOf(to)).trim()]
  }
  return undefined
}

/** The field that all of the changes are about, if it is only one. */
function findField(changes: readonly RecordChange[]): string | undefined {
  const fields = new Set(
    changes.flatMap((change) => (change.kind === 'set' || change.kind === 'meta' ? Object.keys(change.fields) : [''])),
  )
  // What a link said before goes along with what it says.
  fields.delete('createdAs')
  const [field] = fields
  return fields.size === 1 && field !== '' ? field : undefined
}

function findOldName(view: MapView, changes: readonly RecordChange[]): string | undefined {
  const [change] = changes
  const element = change?.kind === 'set' ? view.elements.get(change.id as ElementId) : undefined
  return element === undefined || element.label.trim() === '' ? undefined : element.label
}
