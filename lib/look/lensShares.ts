import { isJoiningType } from '../analysis/network/tieNetwork'
import type { Stakeholder } from '../model/element'
import type { MapView } from '../model/mapView'

/** What a lens asks of all ties: how many of them reach beyond what people begin with. */
export type LensShare = 'beyondLeaders' | 'acrossOrganisations' | 'acrossSectors'

/** Pairs of stakeholders who are tied, whatever the direction: those that do, of all that could be asked. */
export interface TieShare {
  readonly count: number
  readonly of: number
}

/**
 * Pairs that are tied without a formal leader at either end, between two organisations, or between two sectors. Ties of
 * conflict do not count. Undefined where nothing can be told: nobody is said to be a formal leader, no one to be an
 * organisation, or no pair has two ends with a sector. Cost: linear.
 */
export function measureLensShare(view: Pick<MapView, 'elements' | 'links'>, share: LensShare): TieShare | undefined {
  const pairs = findPairs(view)
  switch (share) {
    case 'beyondLeaders': {
      const isLed = [...view.elements.values()].some((one) => one.kind === 'stakeholder' && one.leader === true)
      return isLed ? shareOf(pairs, ([one, other]) => one.leader !== true && other.leader !== true) : undefined
    }
    case 'acrossOrganisations': {
      const isOrganisation = ({ form }: Stakeholder): boolean => form === 'organisation'
      const anyOne = [...view.elements.values()].some((one) => one.kind === 'stakeholder' && isOrganisation(one))
      return anyOne ? shareOf(pairs, ([one, other]) => isOrganisation(one) && isOrganisation(other)) : undefined
    }
    case 'acrossSectors': {
      const told = pairs.filter(([one, other]) => one.sector !== undefined && other.sector !== undefined)
      return shareOf(told, ([one, other]) => one.sector !== other.sector)
    }
  }
}

type Pair = readonly [Stakeholder, Stakeholder]

function findPairs({ elements, links }: Pick<MapView, 'elements' | 'links'>): readonly Pair[] {
  const pairs = new Map<string, Pair>()
  for (const link of links.values()) {
    if (link.kind !== 'tie' || link.from === link.to || !isJoiningType(link.type ?? '')) continue
    const [one, other] = [elements.get(link.from), elements.get(link.to)]
    if (one?.kind !== 'stakeholder' || other?.kind !== 'stakeholder') continue
    pairs.set(link.from < link.to ? `${link.from} ${link.to}` : `${link.to} ${link.from}`, [one, other])
  }
  return [...pairs.values()]
}

function shareOf(pairs: readonly Pair[], counts: (pair: Pair) => boolean): TieShare | undefined {
  return pairs.length === 0 ? undefined : { count: pairs.filter(counts).length, of: pairs.length }
}
