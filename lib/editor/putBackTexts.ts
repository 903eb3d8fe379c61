import type { ElementId, LinkId } from '../base/ids'
import type { MapView } from '../model/mapView'
import type { PutBackEvent } from './meetingNews'

/** A text that was written into a record and is no longer there, since the change was put back. */
export interface PutBackText {
  readonly of: ElementId | LinkId
  readonly as: 'label' | 'description'
  readonly text: string
}

/**
 * The words that went with a change of one's own that was put back: what stood in these records before, and does not now.
 * @param before the map as it was before the last change from elsewhere, which was the putting back
 */
export function listPutBackTexts(
  { elements, links }: Pick<PutBackEvent, 'elements' | 'links'>,
  before: MapView | undefined,
  now: MapView,
): readonly PutBackText[] {
  if (before === undefined) return []
  const compare = (root: 'elements' | 'links', ids: readonly string[]): readonly PutBackText[] =>
    (ids as readonly (ElementId & LinkId)[]).flatMap((of) =>
      (['label', 'description'] as const).flatMap((as) => {
        const text = before[root].get(of)?.[as] ?? ''
        return text.trim() === '' || text === (now[root].get(of)?.[as] ?? '') ? [] : [{ of, as, text }]
      }),
    )
  return [...compare('elements', elements), ...compare('links', links)]
}
