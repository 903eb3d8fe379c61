import * as Y from 'yjs'
import { splitAdditions, writeDeletions, type Deletion } from '../../lib/document/splitUpdate'
import { createEntryNames, listAlive } from './edits'

/** Of what an update adds, so many bytes come in one piece: some hundreds of places. */
const bytesOfPiece = 16 * 1024

/**
 * One update as several that come to the same when each is put back by itself before the next is taken: none touches many more than `most`
 * records and places of what is there. The last one deletes all that the update deletes, once more.
 * The update itself if it cannot be split. Cost: linear in the update and in what it touches.
 */
export function splitIntoPieces(doc: Y.Doc, update: Uint8Array, most: number): readonly Uint8Array[] {
  const additions = splitAdditions(update, bytesOfPiece)
  if (additions === undefined) return [update]
  const nameOf = createEntryNames(doc)
  const pieces = [...additions]
  let deletions: Deletion[] = []
  let names = new Set<string | undefined>()
  const all: Deletion[] = []
  for (const [client, ranges] of Y.decodeUpdate(update).ds.clients) {
    for (const { clock, len } of ranges) {
      all.push({ client, clock, length: len })
      for (const item of listAlive(doc, client, clock, Math.min(clock + len, Y.getState(doc.store, client)))) {
        const from = Math.max(clock, item.id.clock)
        const name = nameOf(item)
        if (names.size >= most && !names.has(name)) {
          pieces.push(writeDeletions(deletions))
          deletions = []
          names = new Set()
        }
        names.add(name)
        const last = deletions.at(-1)
        const length = Math.min(clock + len, item.id.clock + item.length) - from
        if (last?.client === client && last.clock + last.length === from) {
          deletions[deletions.length - 1] = { ...last, length: last.length + length }
        } else deletions.push({ client, clock: from, length })
      }
    }
  }
  if (all.length > 0) pieces.push(writeDeletions(all))
  return pieces
}
