import type { LostField, TypedText } from './typedTexts'

/** A text field as it stands, if it has the keyboard: with what stands in it, where, and what is marked. */
export function readLostField(
  box: Element,
  { field, of, as, stored }: Omit<TypedText, 'text'> & Pick<LostField, 'stored'>,
): Omit<LostField, 'onDone' | 'name'> | undefined {
  const isText = box instanceof HTMLTextAreaElement || box instanceof HTMLInputElement
  if (!isText || document.activeElement !== box) return undefined
  const { value, maxLength } = box
  const { left, top, width, height } = box.getBoundingClientRect()
  return {
    ...{ field, of, as, stored, maxLength, text: value },
    start: box.selectionStart ?? value.length,
    end: box.selectionEnd ?? value.length,
    hasLines: box instanceof HTMLTextAreaElement && box.rows > 1,
    box: { left, top, width, height },
  }
}
