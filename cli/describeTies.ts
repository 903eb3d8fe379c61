import type { MapAnalysis } from '../lib/analysis/analyseMap'
import { listJoinedToNobody } from '../lib/analysis/network/joinedToNobody'
import { toLabel } from '../lib/model/label'
import { sectorWord } from './sectorWord'

type Ties = Extract<MapAnalysis['network'], { readonly of: 'ties' }>
type Actor = Extract<MapAnalysis['elements'][number], { readonly kind: 'stakeholder' }>

const mostActors = 5
const mostBridging = 3

/** The ties of a map in words, a line each. */
export function describeTies(ties: Ties, actors: readonly Actor[]): readonly string[] {
  const { sectors } = ties
  const { external, internal, index, expected } = sectors.externalInternal
  const pairs = external + internal
  if (ties.arcs === 0) return [`${countStakeholders(actors)}, no ties yet.`]
  const between = actors
    .toSorted((a, b) => b.betweenness - a.betweenness)
    .slice(0, mostActors)
    .filter(({ betweenness }) => betweenness > 0)
  const bridging = ties.bridging ?? []
  const alone = listJoinedToNobody(actors)
  const first = bridging.slice(0, mostBridging)
  // Ties between pieces bring most, and nobody could introduce the two.
  const more = first.some(isIntroducible) ? [] : bridging.filter(isIntroducible).slice(0, mostBridging)
  return [
    pairs === 0
      ? `${countStakeholders(actors)}; no tie has sectors at both ends.`
      : `${countStakeholders(actors)}, ${pairs} ${pairs === 1 ? 'pair' : 'pairs'} with a tie and a sector: ${external} across sectors, ${internal} within (${index === null ? 'the E-I index needs two sectors' : `E-I index ${index.toFixed(2)}${expected === null ? ', and could be nothing else' : ''}`}).`,
    `Density ${said(ties.density)}, ${ties.components.weak} ${ties.components.weak === 1 ? 'piece' : 'pieces'}, on average ${said(ties.averagePath)} steps apart, at most ${ties.diameter ?? 'none'}.`,
    ...(sectors.silos.length === 0 ? [] : [`Hardly a tie outside: ${sectors.silos.map(sectorWord).join(', ')}.`]),
    ...(sectors.untied.length === 0 ? [] : [`No tie at all: ${sectors.untied.map(sectorWord).join(', ')}.`]),
    ...(alone.names.length === 0
      ? []
      : [
          `Joined to nobody: ${alone.names.map(toLabel).join(', ')}${alone.more === 0 ? '' : ` and ${alone.more} more`}.`,
        ]),
    ...(sectors.names.length === 0 || sectors.unknown === 0
      ? []
      : [`Without a sector, and left aside in what is said of sectors: ${sectors.unknown}.`]),
    ...(between.length === 0 ? [] : ['Most often between others:']),
    ...between.map(({ label, betweenness }) => `  ${betweenness.toFixed(1).padStart(7)}  ${toLabel(label)}`),
    ...(first.length === 0 ? [] : ['Ties that would bring most:']),
    ...first.map(describeBridging),
    ...(more.length === 0 ? [] : ['Among those whom ties lead to each other:']),
    ...more.map(describeBridging),
  ]
}

type Bridging = NonNullable<Ties['bridging']>[number]

/** Somebody could introduce the two, at once or over others. */
function isIntroducible({ introducers, chain }: Bridging): boolean {
  return introducers.length + chain.length > 0
}

function describeBridging({ endNames, introducerNames, chainNames }: Bridging): string {
  const who =
    introducerNames.length > 0
      ? introducerNames.slice(0, 3).map(toLabel).join(', ')
      : chainNames.length > 0
        ? chainNames.map(toLabel).join(', then ')
        : 'nobody, as no ties lead from one to the other'
  return `  ${endNames.map(toLabel).join(' and ')}; could introduce: ${who}`
}

function countStakeholders({ length }: readonly Actor[]): string {
  return `${length} ${length === 1 ? 'stakeholder' : 'stakeholders'}`
}

function said(value: number | null): string {
  return value === null ? 'not defined' : value.toFixed(2)
}
