import type { MapView } from '../../../lib/model/mapView'
import type { FormatProblem } from '../../../lib/formats/problem'

/** Maps compared at once: beyond that nobody sees anything in one picture. */
export const mostSides = 12

/** What can be compared: the map now, a version of it, another map, a file that was read here. */
export type SideKey = 'now' | `version:${string}` | `map:${string}` | `file:${number}`

/** A map that is compared, with what it is called and its letter. */
export interface ComparedSide {
  readonly key: SideKey
  readonly letter: string
  readonly name: string
  readonly view: MapView
}

/** A file as a map, or why it is none. */
export interface ReadFile {
  readonly key: SideKey
  readonly name: string
  readonly view?: MapView
  readonly problem?: FormatProblem
}

/** What a map is called here: A, B, C, in the order chosen. */
export function letterOf(place: number): string {
  return String.fromCharCode(65 + place)
}

/** The list with files put where nothing is chosen yet, and behind. */
export function takeFiles(
  sides: readonly (SideKey | undefined)[],
  files: readonly SideKey[],
): readonly (SideKey | undefined)[] {
  const left = [...files]
  const filled = sides.map((side) => side ?? left.shift())
  return [...filled, ...left].slice(0, mostSides)
}

/**
 * The list after a choice: once a version is put beside the map as it is now, it stands first, so that what is told goes
 * from then to now. What people put there themselves stays.
 */
export function olderFirst(
  before: readonly (SideKey | undefined)[],
  chosen: readonly (SideKey | undefined)[],
): readonly (SideKey | undefined)[] {
  const [first, second, ...more] = chosen
  const isFresh = before[1] === undefined && first === 'now' && second?.startsWith('version:') === true
  return isFresh ? [second, first, ...more] : chosen
}

/** The part of a key behind its kind: an id; undefined for another kind. */
export function idOf(key: SideKey | undefined, kind: 'version' | 'map'): string | undefined {
  return key?.startsWith(`${kind}:`) === true ? key.slice(kind.length + 1) : undefined
}
