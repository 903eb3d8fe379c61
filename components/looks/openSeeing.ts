import { createSeeing, type LookWords, type SeenMap } from '../../lib/look/applyLook'
import type { Look } from '../../lib/look/look'
import { withoutMeasured } from '../../lib/look/lookMeasures'
import type { LookMeasures } from '../../lib/look/lookValue'
import { openLook } from '../../lib/look/openLook'
import type { MapView } from '../../lib/model/mapView'

export interface OpenSeeing {
  readonly look: Look
  readonly see: (map: MapView) => SeenMap
  /** What of the look is personal, and not drawn. */
  readonly leftOut: readonly string[]
}

/**
 * How a map without what is personal is seen by a look; undefined where the look draws nothing personal, and is as it is.
 * @param measured what the look measures; undefined as long as that is being worked out: then nothing of it is drawn
 */
export function openSeeing(
  look: Look,
  { meta }: Pick<MapView, 'meta'>,
  words: LookWords,
  measured: LookMeasures | undefined,
): OpenSeeing | undefined {
  const { look: rest, leftOut } = openLook(look, { meta })
  if (leftOut.length === 0) return undefined
  const open = measured === undefined ? withoutMeasured(rest) : rest
  return { look: open, leftOut, see: createSeeing({ look: open, words, ...(measured && { measures: measured }) }) }
}
