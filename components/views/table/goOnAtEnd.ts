/** Puts the caret behind what a field says: what is typed next is added, and takes no place of what is there. */
export function goOnAtEnd(field: Pick<HTMLInputElement, 'value' | 'setSelectionRange'>): void {
  const end = field.value.length
  field.setSelectionRange(end, end)
}
