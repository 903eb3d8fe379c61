/** How much of a map is drawn at a scale. */
export type Detail = 'full' | 'plain' | 'hints' | 'names' | 'blocks'

/** Below these scales small marks, then letters, say nothing to anybody. */
const bounds = { hints: 0.58, marks: 0.25, blocks: 0.18, small: 0.5, letters: 0.3 } as const

/** Names and signs of a larger map are not drawn larger than the rest: there is no room, and each step of a zoom would set them all anew. */
const mostHinted = 60

/**
 * Everything; everything but small marks; names and signs larger than the rest; names alone; shapes alone. By the scale and by how many elements there are.
 */
export function detailAt(zoom: number, count: number): Detail {
  if (count <= mostHinted && zoom < bounds.hints) {
    if (zoom < bounds.blocks) return 'blocks'
    return zoom < bounds.marks ? 'names' : 'hints'
  }
  if (zoom < bounds.letters) return 'blocks'
  return zoom < bounds.small ? 'plain' : 'full'
}

/** Steps of the scale for which names are set anew, per doubling. */
const stepsPerDoubling = 6

/** The scale, rounded down to a step, for which names and signs are to be set; undefined where they are not. */
export function hintScale(zoom: number, count: number): number | undefined {
  const detail = detailAt(zoom, count)
  if (detail !== 'hints' && detail !== 'names') return undefined
  return 2 ** (Math.floor(Math.log2(zoom) * stepsPerDoubling + 1e-6) / stepsPerDoubling)
}

/** What signs and heads grow by at a step of the scale, so that they can be made out. */
export function markGrowth(scale: number): number {
  return Math.max(1, 0.56 / scale)
}
