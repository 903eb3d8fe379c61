import type { Json } from '../base/json'
import type { ElementId } from '../base/ids'
import { succeed } from '../base/result'
import { customFieldKey, findCustomField, readCustomFields } from '../model/customField'
import { schemaVersion, type MapMeta } from '../model/meta'
import { isPlaceable, type Position } from '../model/position'
import type { Command } from './command'
import { nameStep, refuse } from './findRecords'
import { graftFragment, type Fragment } from './fragment'
import { graftDefinitions } from './graftDefinitions'
import { graftFields } from './graftFields'
import { findOverLimit } from './newRecords'

export interface PasteFragmentInput {
  readonly fragment: Fragment
  /** Where the middle of it is to be. */
  readonly at: { readonly x: number; readonly y: number }
}

/** Elements that came without a position are set out in a row below each other. */
const spacing = 90

/**
 * Puts a fragment on the map with its links, under new ids, and selects it. The fields of the other map's own,
 * its sectors and its kinds of tie come along where this map has none such. Refused whole if it
 * does not fit the limits.
 *
 * @example
 * const fragment = decodeFragment(clipboardText)
 * if (fragment.ok) editor.run(pasteFragment, { fragment: fragment.value, at: pointer })
 */
export const pasteFragment: Command<PasteFragmentInput> = (view, { fragment, at }, context) => {
  if (fragment.elements.size === 0) return refuse('nothing-to-do')
  if (!isPlaceable(at)) return refuse('bad-input', 'at')
  const over = findOverLimit(view, { elements: fragment.elements.size, links: fragment.links.size })
  if (over !== undefined) return over
  const placed = placeAll(fragment)
  const middle = middleOf([...placed.positions.values()])
  const grafted = graftFragment(placed, { x: at.x - middle.x, y: at.y - middle.y }, context)
  if (!grafted.ok) return refuse('bad-input', 'at')
  const other = definedBy(fragment, view.meta)
  const fields = graftFields(view.meta, other, context)
  const definitions = graftDefinitions(view, other)
  return succeed({
    changes: [
      ...definitions.changes,
      ...fields.changes,
      ...grafted.value.changes.map(fields.follow).map(definitions.follow),
    ],
    label: nameStep('pasted', [...fragment.elements.values()]),
    select: { elements: [...grafted.value.elements.values()], links: [] },
  })
}

/** Ids that people's screens make are at least so long; shorter ones are handed out by files, and mean nothing elsewhere. */
const madeId = 14

/**
 * The map that a fragment is from, as far as it says. A field that this map knows by its id, with the same type, is
 * that field, whatever it is called by now.
 */
export function definedBy({ definitions = {} }: Fragment, here: MapMeta): MapMeta {
  const blank = { schemaVersion, title: '', description: '' }
  const known = new Map<string, Json>()
  for (const { id, type } of readCustomFields({ ...blank, unknown: definitions })) {
    const same = findCustomField(here, id)
    if (id.length < madeId || same?.type !== type) continue
    const { id: _, ...definition } = same
    known.set(customFieldKey(id), definition as Json)
  }
  return { ...blank, unknown: { ...definitions, ...Object.fromEntries(known) } }
}

function placeAll(fragment: Fragment): Fragment {
  const positions = new Map<ElementId, Position>(fragment.positions)
  let y = Math.max(0, ...[...positions.values()].map((position) => position.y + spacing))
  const x = middleOf([...positions.values()]).x
  for (const id of fragment.elements.keys()) {
    if (positions.has(id)) continue
    positions.set(id, { x, y })
    y += spacing
  }
  return { ...fragment, positions }
}

function middleOf(positions: readonly Position[]): { readonly x: number; readonly y: number } {
  if (positions.length === 0) return { x: 0, y: 0 }
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const { x, y, width = 0, height = 0 } of positions) {
    left = Math.min(left, x - width / 2)
    right = Math.max(right, x + width / 2)
    top = Math.min(top, y - height / 2)
    bottom = Math.max(bottom, y + height / 2)
  }
  return { x: (left + right) / 2, y: (top + bottom) / 2 }
}
