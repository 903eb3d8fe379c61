import type { ChangeScale } from './changeScale'
import { listSeqs, type Intake } from './intake'
import type { LiveDocument } from './liveDocument'

/** What one turn of a room added to its log. */
export interface StoredChange {
  /** Numbers of its first and last update. */
  readonly first: number
  readonly last: number
  /** Participants who sent them, each once. Updates of nobody who joined have none. */
  readonly people: readonly string[]
  readonly scale: ChangeScale
}

/** @returns undefined where nothing was added. Cost: linear in the updates. */
export function describeStored(
  intake: Intake,
  lastSeqs: readonly number[],
  document: Pick<LiveDocument, 'scale'>,
): StoredChange | undefined {
  const seqs = listSeqs(intake, lastSeqs)
  const [first, last] = [seqs[0], seqs.at(-1)]
  if (first === undefined || last === undefined) return undefined
  const people = new Set(intake.entries.flatMap(({ participant }) => participant ?? []))
  return { first, last, people: [...people], scale: document.scale() }
}
