import type { Observable } from '../../lib/base/observable'
import { contains, inflate } from '../../lib/geometry/rect'
import type { Stage } from './stage'

/** Windows narrower than this have no room for an overview. */
const wideEnough = '(min-width: 1024px)'

/** True while an overview tells more than the view: the map goes on outside of it. False where there is no room for one. */
export function watchOverview({ scene, viewport }: Pick<Stage, 'scene' | 'viewport'>): Observable<boolean> {
  const isWide = matchMedia(wideEnough)
  return {
    get: () => {
      const { bounds } = scene.get()
      if (bounds === undefined || !isWide.matches) return false
      // A hair of tolerance: after "fit" the map ends exactly at the rim.
      return !contains(inflate(viewport.free(), 2 / viewport.zoom.get()), bounds)
    },
    subscribe: (listener) => {
      const ends = [scene.subscribe(listener), viewport.camera.subscribe(listener)]
      isWide.addEventListener('change', listener)
      return () => {
        for (const end of ends) end()
        isWide.removeEventListener('change', listener)
      }
    },
  }
}
