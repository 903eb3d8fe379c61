/** A label on one line: breaks and runs of blanks, which some tools keep for wrapping, become one space. */
export function toLabel(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u200b]+/gu, ' ')
    .trim()
}

/** Two labels with one key are the same name to a person. */
export function labelKey(label: string): string {
  return toLabel(label).toLocaleLowerCase('en')
}
