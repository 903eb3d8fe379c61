import type { Observable } from '../../lib/base/observable'
import { hintScale } from '../../lib/gesture/detail'
import type { Stage } from './stage'

/** The scale for which names and signs are set larger than the rest; undefined while they are not. */
export function watchHints({ scene, viewport }: Pick<Stage, 'scene' | 'viewport'>): Observable<number | undefined> {
  return {
    get: () => hintScale(viewport.zoom.get(), scene.get().elements.size),
    subscribe: (listener) => {
      const ends = [scene.subscribe(listener), viewport.zoom.subscribe(listener)]
      return () => {
        for (const end of ends) end()
      }
    },
  }
}
