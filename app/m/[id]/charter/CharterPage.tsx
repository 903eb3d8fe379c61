'use client'
import { Suspense } from 'react'
import { MapDoor } from '../../../../components/join/MapDoor'
import { ReportReader } from '../../../../components/meeting/report/ReportReader'

/** Behind the same door as the map: whoever has its link reads the charter. */
export function CharterPage({ mapId }: { readonly mapId: string }) {
  return (
    <MapDoor key={mapId} mapId={mapId}>
      {(seat) => (
        <Suspense>
          <ReportReader mapId={mapId} seat={seat} paper="charter" />
        </Suspense>
      )}
    </MapDoor>
  )
}
