import { definitionsOf, families } from '../../../lib/commands/definitionFamily'
import type { DefinitionFamily } from '../../../lib/model/definition'
import { compareByList } from '../../../lib/base/textOrder'
import { countUsers } from '../../../lib/commands/moveUsers'
import { hues, type Hue } from '../../../lib/model/hue'
import { labelKey } from '../../../lib/model/label'
import type { MapView } from '../../../lib/model/mapView'

/** A sector or kind of tie as the list tells it. */
export interface DefinitionRow {
  readonly key: string
  /** How many have it. */
  readonly used: number
  /** `word`: used, and nobody defined it; `hidden`: not offered any more. */
  readonly state: 'offered' | 'word' | 'hidden'
  /** Weft offers it on every map. */
  readonly isKnown: boolean
}

/** All that are offered, then words in use that are not, then what is hidden. Cost: linear in elements or links. */
export function listDefinitions(view: MapView, of: DefinitionFamily): readonly DefinitionRow[] {
  const used = countUsers(view, of)
  const { isKnown, known } = families[of]
  const { offered, defined } = definitionsOf(view, of)
  const keys = offered.map(({ key }) => key)
  const hidden = [...known, ...defined].filter((key) => !keys.includes(key))
  const words = [...used.keys()].filter((key) => !keys.includes(key) && !hidden.includes(key)).sort(compareByList([]))
  const row = (key: string, state: DefinitionRow['state']): DefinitionRow => ({
    key,
    state,
    used: used.get(key) ?? 0,
    isKnown: isKnown(key),
  })
  return [
    ...keys.map((key) => row(key, 'offered')),
    ...words.map((key) => row(key, 'word')),
    ...[...new Set(hidden)].map((key) => row(key, 'hidden')),
  ]
}

/**
 * Before which of the rows something stands that is dropped at this height: by their middles; their count for the end.
 * @param middles of the rows that can be moved, from above
 */
export function rowAt(middles: readonly number[], y: number): number {
  const at = middles.findIndex((middle) => y < middle)
  return at < 0 ? middles.length : at
}

/** How a row shows what is being dragged: that it is it, or that it would come to stand before or after it. */
export type RowMark = 'dragged' | 'before' | 'after'

/** @param drag what is dragged, and before which of `keys` it would stand (their count: at the end) */
export function markOf(
  keys: readonly string[],
  drag: { readonly key: string; readonly at: number } | undefined,
  key: string,
): RowMark | undefined {
  if (drag === undefined) return undefined
  if (drag.key === key) return 'dragged'
  if (keys[drag.at] === key) return 'before'
  return drag.at === keys.length && keys.at(-1) === key ? 'after' : undefined
}

/** The first colour that nothing offered has, so that a new one stands apart; the first of all where every one is used. */
export function findFreeHue(taken: readonly (Hue | undefined)[]): Hue {
  return hues.find((hue) => !taken.includes(hue)) ?? hues[0]
}

/** Whether another one has this name, to a person. */
export function isNameTaken(
  rows: readonly DefinitionRow[],
  nameOf: (key: string) => string,
  name: string,
  besides?: string,
): boolean {
  const wanted = labelKey(name)
  return rows.some(({ key }) => key !== besides && (labelKey(nameOf(key)) === wanted || labelKey(key) === wanted))
}
