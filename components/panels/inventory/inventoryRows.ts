import { goesTo } from '../../../lib/commands/tieAnswers'
import type { ElementId, LinkId } from '../../../lib/base/ids'
import { compareByList, compareNames, compareValues } from '../../../lib/base/textOrder'
import type { Stakeholder } from '../../../lib/model/element'
import type { Tie } from '../../../lib/model/link'
import { labelKey } from '../../../lib/model/label'
import type { MapView } from '../../../lib/model/mapView'
import type { Sectors } from '../../../lib/model/sector'
import { wayOfTie, type TieTypes } from '../../../lib/model/tie'

/** Stakeholders of one sector; '' for those without one. */
export interface SectorGroup {
  readonly sector: string
  readonly members: readonly Stakeholder[]
}

/** The stakeholders of a map by sector, in the order of the list, and by name within. Cost: that of sorting. */
export function groupBySector(view: Pick<MapView, 'elements'>, sectors: Sectors): readonly SectorGroup[] {
  const groups = new Map<string, Stakeholder[]>()
  for (const element of view.elements.values()) {
    if (element.kind !== 'stakeholder') continue
    const sector = element.sector ?? ''
    const members = groups.get(sector)
    if (members === undefined) groups.set(sector, [element])
    else members.push(element)
  }
  const bySector = compareByList(sectors.offered.map(({ key }) => key))
  return [...groups]
    .sort(([a], [b]) => bySector(a, b))
    .map(([sector, members]) => ({
      sector,
      members: members.sort((a, b) => compareNames(a.label, b.label) || compareValues(a.id, b.id)),
    }))
}

/** Only members whose name holds the words, and sectors that have any. */
export function searchGroups(groups: readonly SectorGroup[], words: string): readonly SectorGroup[] {
  const wanted = labelKey(words)
  if (wanted === '') return groups
  return groups
    .map(({ sector, members }) => ({
      sector,
      members: members.filter(({ label }) => labelKey(label).includes(wanted)),
    }))
    .filter(({ members }) => members.length > 0)
}

/** What is said of one kind of tie between the one who is asked about and another. */
export interface TieAnswer {
  /** There is a tie to the other. */
  readonly isSaid: boolean
  /** There is one from the other. */
  readonly isBack: boolean
  /** That tie, if it is said. */
  readonly tie: Tie | undefined
}

/** All ties of one kind, by id. Cost: linear in links. */
export function tiesOfType(view: Pick<MapView, 'links'>, type: string): ReadonlyMap<LinkId, Tie> {
  const ties = new Map<LinkId, Tie>()
  for (const link of view.links.values()) if (link.kind === 'tie' && link.type === type) ties.set(link.id, link)
  return ties
}

/** What is said of one stakeholder's ties, by the other's id; nothing for those without any. Cost: linear in `ties`. */
export function answersOf(ties: Iterable<Tie>, subject: ElementId, types: TieTypes): ReadonlyMap<ElementId, TieAnswer> {
  const answers = new Map<ElementId, TieAnswer>()
  for (const tie of ties) {
    if ((tie.from !== subject && tie.to !== subject) || tie.from === tie.to) continue
    const other = tie.from === subject ? tie.to : tie.from
    const before = answers.get(other)
    const isSaid = goesTo(tie, other, types)
    answers.set(other, {
      isSaid: isSaid || before?.isSaid === true,
      isBack: goesTo(tie, subject, types) || before?.isBack === true,
      tie: before?.tie ?? (isSaid ? tie : undefined),
    })
  }
  return answers
}

/**
 * Whether one tap can say which way a tie goes: of a kind that goes one way by itself, and otherwise of a tie that was
 * drawn from the one who is asked about.
 */
export function canTurn({ tie }: Pick<TieAnswer, 'tie'>, subject: ElementId, types: TieTypes): boolean {
  return tie !== undefined && (wayOfTie({ type: tie.type }, types) === 'one-way' || tie.from === subject)
}

/** The next of `ids` after one, round to the first; undefined if there is no other. */
export function nextOf(ids: readonly ElementId[], id: ElementId | undefined, step: 1 | -1): ElementId | undefined {
  if (ids.length === 0) return undefined
  const at = id === undefined ? -1 : ids.indexOf(id)
  if (at < 0) return ids[0]
  return ids[(at + step + ids.length) % ids.length]
}

/** Strengths that a tap goes through: none said, weak, medium, strong. */
const strengths = [undefined, 0.25, 0.5, 1] as const

/** The strength after this one. */
export function nextStrength(strength: number | undefined): number | null {
  const at = strength === undefined ? 0 : strength <= 0.375 ? 1 : strength <= 0.75 ? 2 : 3
  return strengths[(at + 1) % strengths.length] ?? null
}
