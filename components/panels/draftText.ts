import { mergeName, mergeText } from '../hooks/editor'

/** What is being typed, and the text on the map that it is a change of. */
export interface Typed {
  readonly base: string
  readonly text: string
  /** What was handed to the map last, at a pause: typing goes on in the field as it was left. */
  readonly kept?: string
}

/**
 * The text in a field after the map has said something new. What came of the field's own words, perhaps without
 * the blanks around them, leaves the field as it is: who pauses after a blank or a new line goes on from there.
 * What somebody else changed is brought in.
 * @param stored the text on the map now
 * @param isName of one line: its words stand for one thing, and are not mixed with those of somebody else
 * @returns the same object where nothing is new
 */
export function followStored(draft: Typed, stored: string, isName: boolean): Typed {
  if (draft.base === stored) return draft
  const { text, kept } = draft
  const isOwn = [text, kept].some((own) => own?.trim() === stored.trim())
  if (isOwn) return { ...draft, base: stored }
  const merged = (isName ? mergeName : mergeText)(draft.base, text, stored)
  // Of words that were taken back nothing is left, not even the blank after them.
  return { base: stored, text: merged.trim() === '' ? stored : merged }
}

/** Whether there is something in the field that the map has not been told. */
export function isUntold({ text, kept }: Typed, stored: string): boolean {
  return text !== stored && text !== kept
}
