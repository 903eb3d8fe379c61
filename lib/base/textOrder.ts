const collator = new Intl.Collator('en', { numeric: true })

/** Orders names the same way on every screen, whatever the browser's language: "Ward 2" before "Ward 10". */
export function compareNames(a: string, b: string): number {
  return collator.compare(a, b)
}

/**
 * Orders words as a list has them, then the others by name, and last '' or undefined: of whom nobody said it. The same on
 * every screen.
 */
export function compareByList(list: readonly string[]): (a: string | undefined, b: string | undefined) => number {
  const places = new Map(list.map((word, place) => [word, place]))
  const placeOf = (word: string | undefined): number =>
    word === undefined || word === '' ? Infinity : (places.get(word) ?? list.length)
  return (a, b) =>
    compareValues(placeOf(a), placeOf(b)) || compareNames(a ?? '', b ?? '') || compareValues(a ?? '', b ?? '')
}

/** Orders by something that has no letters, such as a rank or an id; infinities of one sign are alike. */
export function compareValues<Value extends string | number>(a: Value, b: Value): number {
  return a < b ? -1 : a > b ? 1 : 0
}
