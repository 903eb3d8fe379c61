'use client'
import type { ReactNode } from 'react'
import { EditorProvider } from '../../../components/hooks/EditorProvider'
import { MapCanvas } from '../../../components/canvas/MapCanvas'
import { MapChrome } from '../../../components/panels/MapChrome'
import { MapDoor } from '../../../components/join/MapDoor'
import type { Seat } from '../../../components/join/seat'
import { useEditorFor } from './useEditorFor'

/** Everything at `/m/<id>`: the door, then the open map. */
export function MapPage({ mapId }: { readonly mapId: string }) {
  return <MapDoor mapId={mapId}>{(seat) => <OpenMap mapId={mapId} seat={seat} />}</MapDoor>
}

function OpenMap({ mapId, seat }: { readonly mapId: string; readonly seat: Seat }): ReactNode {
  const editor = useEditorFor(mapId, seat)
  if (editor === undefined) return undefined
  return (
    <EditorProvider editor={editor}>
      <MapChrome>{(insets) => <MapCanvas insets={insets} />}</MapChrome>
    </EditorProvider>
  )
}
