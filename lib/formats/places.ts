import { clip } from './report'

const longestName = 34

function quote(name: string): string {
  return `“${clip(name, longestName)}”`
}

/**
 * Where in a file an element stands, in words that people find it by: its name, else `element` with
 * `mark`, its number or id there.
 */
export function placeOfElement(label: string, mark: number | string): string {
  return label === '' ? `element ${mark}` : quote(label)
}

/**
 * Where in a file a link stands: between which names, as far as they are known, else `link` with
 * `mark`, its number or id there.
 */
export function placeOfLink(from: string | undefined, to: string | undefined, mark: number | string): string {
  const names = [from, to].map((name) => (name === undefined || name === '' ? undefined : quote(name)))
  return names.some(Boolean) ? names.map((name) => name ?? '?').join(' → ') : `link ${mark}`
}
