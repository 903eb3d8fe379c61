import { mergeText } from '../../hooks/editor'
import type { TableColumn } from './columns'

/** A cell that is being written in. */
export interface CellDraft {
  /** What the map said when the text was last looked at. */
  readonly base: string
  readonly text: string
  /** Something was typed. */
  readonly isTyped: boolean
  /** It began with what was there, and does not take its place. */
  readonly goesOn: boolean
}

/** What a cell says after somebody else has changed it, and what has to be told. */
export interface FollowedCell {
  readonly text: string
  /** What was typed would take the place of theirs. */
  readonly isOver: boolean
  /** What was typed and theirs stand in it together. */
  readonly isJoined: boolean
}

/**
 * What a cell that is being written in says after somebody else has changed it: theirs if nothing was typed, both
 * where words were added to what both began with, else what was typed, which would take the place of theirs.
 */
export function followCell(
  { base, text, isTyped, goesOn }: CellDraft,
  column: Pick<TableColumn, 'type'>,
  now: string,
): FollowedCell {
  if (!isTyped || text === now) return { text: isTyped ? text : now, isOver: false, isJoined: false }
  const isWords = column.type === 'text' || column.type === 'tags'
  if (!isWords || !goesOn || !goesOnFrom(base, text) || !goesOnFrom(base, now)) {
    return { text, isOver: true, isJoined: false }
  }
  const joined = mergeText(base, text, now)
  return { text: joined, isOver: false, isJoined: joined !== now }
}

/** True if most of what stood there is in the text still: it was added to, and not replaced as a whole. */
function goesOnFrom(base: string, text: string): boolean {
  const most = Math.min(base.length, text.length)
  let start = 0
  while (start < most && base[start] === text[start]) start += 1
  let end = 0
  while (end < most - start && base[base.length - 1 - end] === text[text.length - 1 - end]) end += 1
  return base.trim() !== '' && (start + end) * 2 >= base.length
}
