import * as Y from 'yjs'
import { isId } from '../../lib/base/ids'
import { listHidden } from '../../lib/geometry/withoutHidden'
import { readLoopKey } from '../../lib/model/loopKey'
import { boardView, storedPositionSchema, toPosition, type Position } from '../../lib/model/position'

/**
 * Says of an element whether it stands in one of these frames, or is one, by the document as it is.
 * Cost: nothing without frames; else one look at each place when it is asked first.
 */
export function readHidden(doc: Y.Doc, frames: readonly string[] = []): (element: string) => boolean {
  if (frames.length === 0) return () => false
  let hidden: ReadonlySet<string> | undefined
  return (element) => (hidden ??= find(doc, new Set(frames))).has(element)
}

/**
 * The same of an element, of a link that joins one, and of a loop by its key that passes one.
 * Cost: as for `readHidden`, and a look at each link of what is asked about.
 */
export function readWithheld(doc: Y.Doc, frames: readonly string[] = []): (target: string) => boolean {
  const isHidden = readHidden(doc, frames)
  const joinsHidden = (link: string): boolean => {
    const record = doc.getMap('links').get(link)
    const ends = record instanceof Y.Map ? [record.get('from'), record.get('to')] : []
    return ends.some((end) => typeof end === 'string' && isHidden(end))
  }
  return (target) =>
    frames.length > 0 &&
    (isId(target) ? isHidden(target) || joinsHidden(target) : readLoopKey(target).some(joinsHidden))
}

function find(doc: Y.Doc, frames: ReadonlySet<string>): ReadonlySet<string> {
  const elements = new Map<string, { readonly kind: string }>()
  for (const [id, record] of doc.getMap('elements')) {
    const kind: unknown = record instanceof Y.Map ? record.get('kind') : undefined
    if (typeof kind === 'string') elements.set(id, { kind })
  }
  const root = `positions:${boardView}`
  const places = new Map<string, Position>()
  if (doc.share.has(root)) {
    for (const [id, stored] of doc.getMap(root)) {
      const read = storedPositionSchema.safeParse(stored)
      if (read.success) places.set(id, toPosition(read.data))
    }
  }
  return listHidden({ elements, places }, frames)
}
