import type { ElementId, LinkId } from '../base/ids'
import type { Tie } from '../model/link'
import type { RecordChange } from '../model/mapPatch'
import type { MapView } from '../model/mapView'
import { wayOfTie, type TieTypes } from '../model/tie'
import { keepAuthor } from './changeLinks'
import type { CommandContext } from './command'

/** All ties between two, either way round. Cost: linear in links. */
export function findTiesBetween({ links }: Pick<MapView, 'links'>, one: ElementId, other: ElementId): readonly Tie[] {
  const found: Tie[] = []
  for (const link of links.values()) {
    if (link.kind !== 'tie') continue
    if ((link.from === one && link.to === other) || (link.from === other && link.to === one)) found.push(link)
  }
  return found
}

/**
 * Whether a tie says something of the way to this one of its ends.
 * @param types the map's kinds of tie
 */
export function goesTo(tie: Tie, end: ElementId, types: TieTypes): boolean {
  return tie.to === end || wayOfTie(tie, types) !== 'one-way'
}

/**
 * Takes back what ties of one kind say of the way to one end. Of mutual ones of a kind that usually goes one way, one
 * stays and goes the other way; all others are deleted.
 */
export function takeBack(
  said: readonly Tie[],
  to: ElementId,
  types: TieTypes,
  context: Pick<CommandContext, 'author'>,
): readonly RecordChange[] {
  const kept = said.find(
    (tie) => wayOfTie(tie, types) === 'mutual' && wayOfTie({ type: tie.type }, types) === 'one-way',
  )
  const changes: RecordChange[] = said
    .filter((tie) => tie !== kept)
    .map(({ id }) => ({ kind: 'delete', root: 'links', id }))
  if (kept === undefined) return changes
  const from = kept.to === to ? kept.from : kept.to
  const fields = keepAuthor(kept, { from: to, to: from, direction: undefined }, context)
  return [...changes, { kind: 'set', root: 'links', id: kept.id, fields }]
}

/** The id of the tie that says this, the same on every screen; of kinds that go both ways, from either side. */
export function tieIdOf(from: ElementId, to: ElementId, type: string | undefined, types: TieTypes): LinkId {
  const isOneWay = wayOfTie({ type }, types) === 'one-way'
  const ends = isOneWay || from < to ? [from, to] : [to, from]
  const text = JSON.stringify([...ends, type ?? null])
  return `tie-${hash(text, 0x811c9dc5)}${hash(text, 0x01000193)}` as LinkId
}

/** FNV-1a, from a start of one's own: seven characters. */
function hash(text: string, start: number): string {
  let value = start
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return (value >>> 0).toString(36).padStart(7, '0')
}
