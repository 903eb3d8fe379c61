'use client'
import { lazy, Suspense } from 'react'
import { MapDoor } from '../../../components/join/MapDoor'

const loadOpenMap = () => import('./OpenMap')
const OpenMap = lazy(async () => ({ default: (await loadOpenMap()).OpenMap }))

// The door is light and shows at once, also on a slow phone; what is behind it comes while one types a
// name. Begun here and not when it is needed, so that those who are known do not wait for it either.
if (typeof window !== 'undefined') loadOpenMap().catch(() => undefined)

/** Everything at `/m/<id>`: the door, then the open map. */
export function MapPage({ mapId }: { readonly mapId: string }) {
  return (
    <MapDoor mapId={mapId}>
      {(seat, shutOut) => (
        <Suspense fallback={null}>
          <OpenMap mapId={mapId} seat={seat} shutOut={shutOut} />
        </Suspense>
      )}
    </MapDoor>
  )
}
