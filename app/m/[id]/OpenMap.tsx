'use client'
import type { ReactNode } from 'react'
import { MapCanvas } from '../../../components/canvas/MapCanvas'
import { EditorProvider } from '../../../components/hooks/EditorProvider'
import { useEditorFor } from '../../../components/hooks/useEditorFor'
import { useIsDrawn } from '../../../components/hooks/usePreload'
import { useServerWords } from '../../../components/hooks/useServerWords'
import type { Seat } from '../../../components/join/seat'
import type { ShutOut } from '../../../components/join/useMapDoor'
import { MapChrome } from '../../../components/panels/MapChrome'
import { useTypingOn } from '../../../components/panels/useTypingOn'
import { latePart } from '../../../components/ui/latePart'

const LossTeller = latePart(async () => (await import('../../../components/panels/LossTeller')).LossTeller)
const SeatKeeper = latePart(async () => (await import('../../../components/join/SeatKeeper')).SeatKeeper)
const TypingOn = latePart(async () => (await import('../../../components/panels/TypingOn')).TypingOn)

export interface OpenMapProps {
  readonly mapId: string
  readonly seat: Seat
  readonly shutOut: ShutOut
}

/** The map itself, for someone who is in. */
export function OpenMap({ mapId, seat, shutOut }: OpenMapProps): ReactNode {
  const editor = useEditorFor(mapId, seat, useServerWords())
  if (editor === undefined) return undefined
  return (
    <EditorProvider editor={editor}>
      <Keepers seat={seat} shutOut={shutOut} />
      <MapChrome>{(insets) => <MapCanvas insets={insets} />}</MapChrome>
    </EditorProvider>
  )
}

/** Apart from the map, so that what it follows redraws nothing. */
function Keepers({ seat, shutOut }: Omit<OpenMapProps, 'mapId'>): ReactNode {
  const isTypingOn = useTypingOn()
  const isDrawn = useIsDrawn()
  return (
    <>
      {isDrawn ? <SeatKeeper seat={seat} shutOut={shutOut} /> : null}
      {isDrawn || isTypingOn ? <LossTeller /> : null}
      {isDrawn || isTypingOn ? <TypingOn /> : null}
    </>
  )
}
