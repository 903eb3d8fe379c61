import type { ElementId, LinkId, ViewId } from '../base/ids'
import { isSameJson, type JsonFields } from '../base/json'
import { fieldsToWrite } from './fieldsToWrite'
import { toMetaFields, toRecordFields } from './mapFile'
import type { MapPatch, RecordChange, RecordRoot } from './mapPatch'
import type { MapView } from './mapView'
import { openRoots } from './openRoots'
import type { Position } from './position'

/**
 * What makes of a map as it is now the map that it was: records that came since go, those that went come back under
 * their ids, and of the others only what differs is written, so that what somebody does meanwhile to anything else
 * stays. Locks do not hold it up: they come back as they were, too.
 *
 * @returns no changes if the map is like that already
 * Cost: linear in both.
 */
export function restorePatch(now: MapView, then: MapView): Pick<MapPatch, 'changes'> {
  const links = compareRecords('links', recordsOf(now.links), recordsOf(then.links))
  const elements = compareRecords('elements', recordsOf(now.elements), recordsOf(then.elements))
  const meta = fieldsToWrite(toMetaFields(now.meta), toMetaFields(then.meta))
  delete meta['schemaVersion']
  return {
    changes: [
      ...(Object.keys(meta).length === 0 ? [] : [{ kind: 'meta', fields: meta } as const]),
      ...listHanging(now, then).map((id): RecordChange => ({ kind: 'delete', root: 'links', id })),
      ...links.gone,
      ...elements.gone,
      ...elements.rest,
      ...links.rest,
      ...comparePlaces(now, then),
      ...openRoots.flatMap((root) => {
        const { gone, rest } = compareRecords(root, now[root] as RecordsById, then[root] as RecordsById)
        return [...gone, ...rest]
      }),
    ],
  }
}

type RecordsById = ReadonlyMap<string, JsonFields>

function recordsOf(records: MapView['elements'] | MapView['links']): RecordsById {
  return new Map([...records].map(([id, record]) => [id, toRecordFields(record)]))
}

function compareRecords(
  root: RecordRoot,
  now: RecordsById,
  then: RecordsById,
): { readonly gone: readonly RecordChange[]; readonly rest: readonly RecordChange[] } {
  const gone: RecordChange[] = []
  const rest: RecordChange[] = []
  for (const id of now.keys()) if (!then.has(id)) gone.push({ kind: 'delete', root, id })
  for (const [id, wanted] of then) {
    const is = now.get(id)
    if (is === undefined) {
      rest.push({ kind: 'create', root, id, fields: wanted })
      continue
    }
    const fields = fieldsToWrite(is, wanted)
    if (Object.keys(fields).length > 0) rest.push({ kind: 'set', root, id, fields })
  }
  return { gone, rest }
}

function comparePlaces(now: MapView, then: MapView): readonly RecordChange[] {
  const changes: RecordChange[] = []
  const nowhere: ReadonlyMap<ElementId, Position> = new Map()
  const views: ReadonlySet<ViewId> = new Set([...now.positions.keys(), ...then.positions.keys()])
  for (const view of views) {
    const [is, was] = [now.positions.get(view) ?? nowhere, then.positions.get(view) ?? nowhere]
    for (const id of is.keys()) if (!was.has(id)) changes.push({ kind: 'place', view, id, position: null })
    for (const [id, position] of was) {
      if (!isSameJson(is.get(id), position)) changes.push({ kind: 'place', view, id, position })
    }
  }
  return changes
}

/** Links left behind without an end, that would be seen again once their ends are back. */
function listHanging(now: MapView, then: MapView): readonly LinkId[] {
  return now.issues.flatMap((issue) =>
    issue.kind === 'link-without-end' && !then.links.has(issue.link) ? [issue.link] : [],
  )
}
