import type { PulseFilm } from '../../lib/analysis/pulseFilm'
import { readLevels, type PulseSize } from '../../lib/analysis/pulseStory'
import type { ElementId } from '../../lib/base/ids'
import type { ElementOverlay } from '../hooks/workspace'

/** How many arrows stand for a size; how strong the rim is. */
const looks: Readonly<Record<PulseSize, { readonly arrows: number; readonly tone: number }>> = {
  much: { arrows: 3, tone: 1 },
  some: { arrows: 2, tone: 0.5 },
  little: { arrows: 1, tone: 0.15 },
}

/** What a run shows at the elements at a step: arrows up or down, as many as the change is large. */
export function overlayOfPulse(film: PulseFilm, step: number): ReadonlyMap<ElementId, ElementOverlay> {
  return new Map(
    readLevels(film, step).flatMap(({ variable, value, size, isNews }) => {
      const id = film.graph.variables[variable]
      const { arrows, tone } = looks[size]
      return id === undefined
        ? []
        : [[id, { tone: Math.sign(value) * tone, text: (value > 0 ? '▲' : '▼').repeat(arrows), news: isNews }] as const]
    }),
  )
}
