import type { LensShare } from './lensShares'
import type { Look } from './look'
import { nameOfMeasure } from './lookValue'

export const lensNames = ['communities', 'networks', 'partnerships'] as const
export type LensName = (typeof lensNames)[number]

/** A look that comes with every map, for one question about the whole. */
export interface Lens {
  readonly name: LensName
  readonly look: Look
  /** The ties that it asks for. */
  readonly share: LensShare
  /**
   * The number that its colours rest on: a measure of the whole, how much is across sectors, or how far all ways lead through
   * one, along the direction of ties as its colours say it.
   */
  readonly measure: 'modularity' | 'wayThrough' | 'across'
  /** Formal leaders have a mark: its share is about them. */
  readonly marksLeaders?: boolean
}

/**
 * Three ways from one's own corner to the whole: from individuals to the communities that their ties make, from
 * organisations to the network that they are, from silos to partnerships across them.
 */
export const lenses: readonly Lens[] = [
  {
    name: 'communities',
    look: { colourBy: 'community', lens: 'communities', shown: 'map' },
    share: 'beyondLeaders',
    measure: 'modularity',
    marksLeaders: true,
  },
  {
    name: 'networks',
    look: {
      colourBy: nameOfMeasure('betweenness'),
      sizeBy: nameOfMeasure('degree'),
      lens: 'networks',
      shown: 'map',
    },
    share: 'acrossOrganisations',
    measure: 'wayThrough',
  },
  {
    name: 'partnerships',
    look: { colourBy: 'sector', clusterBy: 'sector', lens: 'partnerships', shown: 'map' },
    share: 'acrossSectors',
    measure: 'across',
  },
]

/** Whether a look marks formal leaders: the one of a lens that does, and what was made of it. */
export function marksLeaders({ lens }: Pick<Look, 'lens'>): boolean {
  return lenses.some((one) => one.name === lens && one.marksLeaders === true)
}

export function isLens(name: string): name is LensName {
  return lensNames.some((known) => known === name)
}
