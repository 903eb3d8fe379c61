import type { ElementId } from '../base/ids'
import { containsPoint, overlaps } from '../geometry/rect'
import { rectOfFrame } from '../geometry/withoutHidden'
import type { MapPatch, RecordChange } from '../model/mapPatch'
import type { MapView } from '../model/mapView'
import { boardView } from '../model/position'

/** True if something would be put where a hidden frame stands: it would be gone from sight, or show what is hidden. */
export function standsInHidden(map: MapView, { changes }: MapPatch, hidden: ReadonlySet<ElementId>): boolean {
  const places = map.positions.get(boardView)
  const rects = [...hidden].flatMap((id) => {
    const place = map.elements.get(id)?.kind === 'frame' ? places?.get(id) : undefined
    return place === undefined ? [] : [rectOfFrame(place)]
  })
  const madeFrames = new Set(
    changes.flatMap((change) =>
      change.kind === 'create' && change.root === 'elements' && change.fields['kind'] === 'frame' ? [change.id] : [],
    ),
  )
  return changes.some((change) => {
    if (change.kind !== 'place' || change.view !== boardView || change.position === null) return false
    const { id, position } = change
    if (hidden.has(id)) return false
    if (!madeFrames.has(id) && map.elements.get(id)?.kind !== 'frame') {
      return rects.some((rect) => containsPoint(rect, position))
    }
    const own = rectOfFrame(position)
    return rects.some((rect) => overlaps(rect, own) && own.width * own.height <= rect.width * rect.height)
  })
}

/** A deletion takes along the links that this person does not see. Cost: one look at each link. */
export function takeLinksAlong(map: MapView, patch: MapPatch, hidden: ReadonlySet<ElementId>): MapPatch {
  const gone = new Set(
    patch.changes.flatMap((change) => (change.kind === 'delete' && change.root === 'elements' ? [change.id] : [])),
  )
  if (gone.size === 0) return patch
  const along = [...map.links.values()].flatMap(({ id, from, to }): RecordChange[] =>
    (gone.has(from) && hidden.has(to)) || (gone.has(to) && hidden.has(from))
      ? [{ kind: 'delete', root: 'links', id }]
      : [],
  )
  return along.length === 0 ? patch : { ...patch, changes: [...patch.changes, ...along] }
}
