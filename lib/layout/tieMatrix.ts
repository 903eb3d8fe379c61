import type { ElementId } from '../base/ids'
import { compareByList, compareNames, compareValues } from '../base/textOrder'
import type { Stakeholder } from '../model/element'
import type { Tie } from '../model/link'
import { wayOfTie, type TieTypes } from '../model/tie'

/** Ties by whom they come from and whom they go to. A tie that goes both ways, or none, stands at both places. */
export type TieMatrix = ReadonlyMap<ElementId, ReadonlyMap<ElementId, readonly Tie[]>>

/** Fills the matrix. Ties of one place stand in the order of their kinds. Cost: n log n in ties. */
export function toTieMatrix(ties: readonly Tie[], types: TieTypes): TieMatrix {
  const order = new Map(types.offered.map(({ key }, place) => [key, place]))
  const rank = ({ type = '' }: Tie): number => order.get(type) ?? order.size
  const rows = new Map<ElementId, Map<ElementId, Tie[]>>()
  const put = (from: ElementId, to: ElementId, tie: Tie): void => {
    const row = rows.get(from) ?? new Map<ElementId, Tie[]>()
    rows.set(from, row)
    const cell = row.get(to) ?? []
    row.set(to, cell)
    cell.push(tie)
  }
  for (const tie of ties.toSorted((a, b) => rank(a) - rank(b))) {
    put(tie.from, tie.to, tie)
    if (wayOfTie(tie, types) !== 'one-way' && tie.from !== tie.to) put(tie.to, tie.from, tie)
  }
  return rows
}

export const matrixOrders = ['sector', 'name', 'ties'] as const
export type MatrixOrder = (typeof matrixOrders)[number]

/**
 * The stakeholders in the order of rows and columns: by sector (in the order given, other words after them, none last)
 * and name, by name, or by how many others they are tied to, most first. The same on every screen.
 */
export function orderForMatrix(
  stakeholders: readonly Stakeholder[],
  order: MatrixOrder,
  sectors: readonly string[],
  matrix: TieMatrix,
): readonly Stakeholder[] {
  const byName = (a: Stakeholder, b: Stakeholder): number => compareNames(a.label, b.label) || compareValues(a.id, b.id)
  const partners = new Map<ElementId, Set<ElementId>>()
  if (order === 'ties') {
    for (const [from, row] of matrix) {
      for (const to of row.keys()) {
        partners.set(from, (partners.get(from) ?? new Set()).add(to))
        partners.set(to, (partners.get(to) ?? new Set()).add(from))
      }
    }
  }
  const rank = ({ id }: Stakeholder): number => {
    if (order === 'ties') return -(partners.get(id)?.size ?? 0)
    return 0
  }
  const bySector = compareByList(order === 'sector' ? sectors : [])
  const sectorOf = ({ sector }: Stakeholder): string | undefined => (order === 'sector' ? sector : undefined)
  return stakeholders.toSorted((a, b) => rank(a) - rank(b) || bySector(sectorOf(a), sectorOf(b)) || byName(a, b))
}

/** The same people in an order that somebody is working in; who came meanwhile stands at the end. */
export function holdOrder(
  actors: readonly Stakeholder[],
  held: readonly ElementId[] | undefined,
): readonly Stakeholder[] {
  if (held === undefined) return actors
  const places = new Map(held.map((id, place) => [id, place]))
  const placeOf = ({ id }: Stakeholder): number => places.get(id) ?? held.length
  return actors.toSorted((a, b) => placeOf(a) - placeOf(b))
}
