import type { MapView } from '../model/mapView'
import { createSeeing, type SeeingOptions, type SeenMap } from './applyLook'
import { plainLook } from './look'

/**
 * As `createSeeing`, but a look that cannot be applied shows the plain map from then on, since a look may come from
 * anybody and everything that draws the map goes through it.
 * @param onFailure told why, once
 */
export function createSafeSeeing(
  options: SeeingOptions,
  onFailure: (cause: unknown) => void,
): (map: MapView) => SeenMap {
  const asAsked = createSeeing(options)
  const plainly = createSeeing({ look: plainLook, words: options.words })
  let hasFailed = false
  return (map) => {
    if (hasFailed) return plainly(map)
    try {
      return asAsked(map)
    } catch (cause) {
      hasFailed = true
      onFailure(cause)
      return plainly(map)
    }
  }
}
