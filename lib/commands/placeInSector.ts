import type { ElementId } from '../base/ids'
import { rankBetween } from '../base/rankBetween'
import { succeed } from '../base/result'
import type { RecordChange } from '../model/mapPatch'
import { columnsView } from '../model/position'
import { sectorField } from '../model/sector'
import type { Command } from './command'
import { findUnlocked, refuse } from './findRecords'

export interface PlaceInSectorInput {
  readonly id: ElementId
  /** Null: of none. */
  readonly sector: string | null
  /** Who stands in the column from above afterwards, the one that is moved included. */
  readonly order: readonly ElementId[]
}

/**
 * Puts a stakeholder into the column of a sector, at a rank: both in one step. The others keep the ranks they have, but
 * for those before it that have none.
 *
 * @example
 * editor.run(placeInSector, { id: clinic, sector: 'health', order: [hospital, clinic] })
 */
export const placeInSector: Command<PlaceInSectorInput> = (view, { id, sector, order }) => {
  const found = findUnlocked(view, [id])
  if (!found.ok) return found
  const [stakeholder] = found.value
  if (stakeholder.kind !== 'stakeholder') return refuse('bad-input', stakeholder.label)
  if (sector !== null && !sectorField.safeParse(sector).success) return refuse('bad-input', sector.slice(0, 40))
  const changes: RecordChange[] = []
  const isNew = (stakeholder.sector ?? null) !== sector
  if (isNew) changes.push({ kind: 'set', root: 'elements', id, fields: { sector: sector ?? undefined } })
  const places = view.positions.get(columnsView)
  const members = [...new Set(order)].filter((one) => view.elements.has(one))
  if (!members.includes(id)) return refuse('bad-input', 'order')
  const isLocked = (one: ElementId): boolean => view.elements.get(one)?.locked === true
  for (const [one, rank] of rankBetween(members, id, (one) => places?.get(one)?.y)) {
    if (!isLocked(one)) changes.push({ kind: 'place', view: columnsView, id: one, position: { x: 0, y: rank } })
  }
  if (changes.length === 0) return refuse('nothing-to-do')
  return succeed({ changes, label: { step: isNew ? 'edited' : 'moved', count: 1, name: stakeholder.label } })
}
