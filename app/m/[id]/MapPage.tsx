'use client'
import { MapDoor } from '../../../components/join/MapDoor'
import { latePart } from '../../../components/ui/latePart'

const OpenMap = latePart(async () => (await import('./OpenMap')).OpenMap)

// The door is light and shows at once, also on a slow phone; what is behind it comes while one types a
// name. Begun here and not when it is needed, so that those who are known do not wait for it either.
if (typeof window !== 'undefined') OpenMap.preload()

/** Everything at `/m/<id>`: the door, then the open map. */
export function MapPage({ mapId }: { readonly mapId: string }) {
  return (
    // Another map is another door: a seat here is none there.
    <MapDoor key={mapId} mapId={mapId}>
      {(seat, shutOut) => <OpenMap mapId={mapId} seat={seat} shutOut={shutOut} />}
    </MapDoor>
  )
}
